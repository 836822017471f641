using System.Security.Cryptography.X509Certificates;

namespace Digest.Mail.Smtp;

/// <summary>A server and how to speak with it.</summary>
public sealed record SmtpEndpoint
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public SmtpSecurity Security { get; init; } = SmtpSecurity.Required;

    /// <summary>Null to send without signing in.</summary>
    public SmtpCredentials? Credentials { get; init; }

    /// <summary>The name said in EHLO: this host's own, or an address literal (RFC 5321 §4.1.3).</summary>
    public string ClientName { get; init; } = "[127.0.0.1]";

    /// <summary>Gives messages by BDAT (RFC 3030) where the server offers CHUNKING; else by DATA.</summary>
    public bool Chunking { get; init; }

    public SmtpTimeouts Timeouts { get; init; } = new();

    /// <summary>Roots to trust instead of the system's, for a relay with a private authority.</summary>
    public X509Certificate2Collection? TrustedRoots { get; init; }
}
