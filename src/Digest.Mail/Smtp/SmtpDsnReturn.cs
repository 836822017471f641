namespace Digest.Mail.Smtp;

/// <summary>How much of the message comes back with a report of failure (RFC 3461 §4.3).</summary>
public enum SmtpDsnReturn
{
    /// <summary>RET is not said: the server's own rule.</summary>
    Unsaid,

    /// <summary><c>RET=HDRS</c>.</summary>
    Headers,

    /// <summary><c>RET=FULL</c>.</summary>
    Full,
}
