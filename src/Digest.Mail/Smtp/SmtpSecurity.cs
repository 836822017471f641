namespace Digest.Mail.Smtp;

/// <summary>How a connection is protected (RFC 8314).</summary>
public enum SmtpSecurity
{
    /// <summary>STARTTLS, and nothing is said without it.</summary>
    Required,

    /// <summary>TLS from the first octet, port 465.</summary>
    Implicit,

    /// <summary>STARTTLS if the server offers it; for servers on this host only.</summary>
    Opportunistic,

    /// <summary>Plain; for servers on this host only.</summary>
    None,
}
