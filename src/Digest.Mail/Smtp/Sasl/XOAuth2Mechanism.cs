using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>XOAUTH2, the form of bearer tokens that Google and Microsoft took up before RFC 7628.</summary>
internal sealed class XOAuth2Mechanism(string username, string token) : ISaslMechanism
{
    private bool _isTold;

    public string Name => "XOAUTH2";

    public bool IsProven => true;

    public bool HasCommitted { get; private set; }

    public byte[] Start()
    {
        HasCommitted = true;
        return Encoding.UTF8.GetBytes($"user={username}\u0001auth=Bearer {token}\u0001\u0001");
    }

    /// <summary>A challenge is the server's account of what is wrong; it fails after an empty answer.</summary>
    public SaslAnswer Respond(ReadOnlySpan<byte> challenge)
    {
        if (_isTold)
            return new SaslAnswer.Cancel("the server asked for more than XOAUTH2 has");

        _isTold = true;
        return SaslAnswer.Empty;
    }
}
