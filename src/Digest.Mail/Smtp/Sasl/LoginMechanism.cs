using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>
/// LOGIN (draft-murchison-sasl-login), which some relays offer alone. The prompts are for people and differ from server
/// to server, so they are counted and not read.
/// </summary>
internal sealed class LoginMechanism(string username, string password) : ISaslMechanism
{
    private int _asked;

    public string Name => "LOGIN";

    public bool IsProven => true;

    public bool HasCommitted => _asked > 0;

    public byte[]? Start() => null;

    public SaslAnswer Respond(ReadOnlySpan<byte> challenge) => _asked++ switch
    {
        0 => new SaslAnswer.Send(Encoding.UTF8.GetBytes(username)),
        1 => new SaslAnswer.Send(Encoding.UTF8.GetBytes(password)),
        _ => new SaslAnswer.Cancel("the server asked for more than LOGIN has"),
    };
}
