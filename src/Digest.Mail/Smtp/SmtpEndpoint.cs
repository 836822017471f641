using System.Security.Cryptography.X509Certificates;

namespace Digest.Mail.Smtp;

/// <summary>A server and how to speak with it.</summary>
public sealed record SmtpEndpoint
{
    /// <exception cref="FormatException">The text is neither a host name nor an IP address.</exception>
    public required string Host
    {
        get;
        init => field = Uri.CheckHostName(value) != UriHostNameType.Unknown && !value.Any(char.IsWhiteSpace)
            ? value
            : throw new FormatException("A server is named by a host name or an IP address");
    }

    public required int Port { get; init; }

    public SmtpSecurity Security { get; init; } = SmtpSecurity.Required;

    /// <summary>Null to send without signing in.</summary>
    public SmtpCredentials? Credentials { get; init; }

    /// <summary>The name said in EHLO: this host's own, or an address literal (RFC 5321 §4.1.3).</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public string ClientName
    {
        get;
        init => field = SmtpClientName.IsValid(value)
            ? value
            : throw new FormatException("A client calls itself by a host name or an address literal");
    } = "[127.0.0.1]";

    /// <summary>Gives messages by BDAT (RFC 3030) where the server offers CHUNKING; else by DATA.</summary>
    public bool Chunking { get; init; }

    public SmtpTimeouts Timeouts { get; init; } = new();

    /// <summary>Where what is said is recorded; null for nowhere.</summary>
    public SmtpTranscript? Transcript { get; init; }

    /// <summary>Roots to trust instead of the system's, for a relay with a private authority.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
