namespace Digest.Mail.Smtp;

/// <summary>When the sender wants to hear of a delivery (RFC 3461 §4.1).</summary>
[Flags]
public enum SmtpDsnNotify
{
    /// <summary>NOTIFY is not said: the server's own rule, which is to tell failures and mostly delays.</summary>
    Unsaid = 0,

    Success = 1,

    Failure = 2,

    Delay = 4,

    /// <summary>No report whatever happens. Excludes the others.</summary>
    Never = 8,
}
