using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>PLAIN (RFC 4616): the password as it is. It is the server that prepares it, so it goes unchanged.</summary>
internal sealed class PlainMechanism(string username, string password) : ISaslMechanism
{
    public string Name => "PLAIN";

    public bool IsProven => true;

    public bool HasCommitted { get; private set; }

    public byte[] Start()
    {
        HasCommitted = true;
        return Encoding.UTF8.GetBytes($"\0{username}\0{password}");
    }

    public SaslAnswer Respond(ReadOnlySpan<byte> challenge) =>
        new SaslAnswer.Cancel("the server asked for more than PLAIN has");
}
