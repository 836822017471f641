namespace Digest.Mail.Smtp;

/// <summary>Where in the dialogue a reply was given.</summary>
public enum SmtpStep
{
    /// <summary>The greeting.</summary>
    Banner,

    /// <summary>EHLO or HELO.</summary>
    Hello,

    StartTls,

    Auth,

    /// <summary>RSET before a further message.</summary>
    Reset,

    MailFrom,

    RcptTo,

    /// <summary>The answer to the command DATA.</summary>
    Data,

    /// <summary>The answer to the final dot.</summary>
    Message,
}
