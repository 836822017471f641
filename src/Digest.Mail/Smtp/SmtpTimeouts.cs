namespace Digest.Mail.Smtp;

/// <summary>How long to wait for each answer: the values of RFC 5321 §4.5.3.2 unless told otherwise.</summary>
public sealed record SmtpTimeouts
{
    /// <summary>To connect, and for the TLS handshake.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For the greeting.</summary>
    public TimeSpan Banner { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For commands without a limit of their own: EHLO, STARTTLS, AUTH, RSET.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Mail { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Recipient { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the 354 to DATA.</summary>
    public TimeSpan DataStart { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>To pass on a block of the message.</summary>
    public TimeSpan DataBlock { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>For the answer to the final dot: giving up too early makes doubles.</summary>
    public TimeSpan DataEnd { get; init; } = TimeSpan.FromMinutes(10);

    internal TimeSpan For(SmtpStep step) => step switch
    {
        SmtpStep.Banner => Banner,
        SmtpStep.MailFrom => Mail,
        SmtpStep.RcptTo => Recipient,
        SmtpStep.Data => DataStart,
        SmtpStep.Message => DataEnd,
        _ => Command,
    };
}
