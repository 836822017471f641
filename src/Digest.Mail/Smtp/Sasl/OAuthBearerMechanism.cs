using System.Globalization;
using System.Text;

namespace Digest.Mail.Smtp.Sasl;

/// <summary>OAUTHBEARER (RFC 7628): a bearer token for the server that was connected to.</summary>
internal sealed class OAuthBearerMechanism(string username, string token, string host, int port) : ISaslMechanism
{
    private bool _isTold;

    public string Name => "OAUTHBEARER";

    public bool IsProven => true;

    public bool HasCommitted { get; private set; }

    public byte[] Start()
    {
        HasCommitted = true;
        var name = ScramName.Escape(username);
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"n,a={name},\u0001host={host}\u0001port={port}\u0001auth=Bearer {token}\u0001\u0001"));
    }

    /// <summary>A challenge is the server's account of what is wrong; one octet lets it fail (§3.2.3).</summary>
    public SaslAnswer Respond(ReadOnlySpan<byte> challenge)
    {
        if (_isTold)
            return new SaslAnswer.Cancel("the server asked for more than OAUTHBEARER has");

        _isTold = true;
        return new SaslAnswer.Send([1]);
    }
}
