namespace Digest.Mail.Smtp;

/// <summary>What opening a session came to.</summary>
public abstract record SmtpConnectOutcome
{
    /// <summary>Ready for mail. The caller owns the session.</summary>
    public sealed record Ready(SmtpSession Session) : SmtpConnectOutcome;

    /// <summary>The server said no before any mail was spoken of.</summary>
    public sealed record Refused(SmtpStep Step, SmtpReply Reply) : SmtpConnectOutcome;

    /// <summary>No connection, or one that broke.</summary>
    public sealed record Unreachable(string Reason) : SmtpConnectOutcome;

    /// <summary>
    /// TLS is missing, tampered with or not to be trusted, or sign-in is not possible: nothing was sent.
    /// </summary>
    public sealed record Insecure(string Reason) : SmtpConnectOutcome;
}
