using Digest.Mail.Smtp;

namespace Digest.Deliver;

/// <summary>
/// Seconds to wait for each answer of the server: <c>Mail:Smtp:Timeouts</c>. The values left out are those of RFC 5321
/// §4.5.3.2; shorter ones make doubles where a server is slow.
/// </summary>
public sealed class SmtpTimeoutOptions
{
    /// <summary>For the greeting.</summary>
    public int Banner { get; set; } = 300;

    /// <summary>For EHLO, STARTTLS, the sign-in and RSET.</summary>
    public int Command { get; set; } = 300;

    /// <summary>For the answer to MAIL.</summary>
    public int Mail { get; set; } = 300;

    /// <summary>For the answer to RCPT.</summary>
    public int Recipient { get; set; } = 300;

    /// <summary>For the answer to DATA.</summary>
    public int DataStart { get; set; } = 120;

    /// <summary>To pass on a letter, or 256 KB of a larger one.</summary>
    public int DataBlock { get; set; } = 180;

    /// <summary>For the answer to the end of a letter.</summary>
    public int DataEnd { get; set; } = 600;

    /// <summary>As the SMTP client wants them.</summary>
    /// <param name="connect">Seconds to wait for a connection.</param>
    public SmtpTimeouts ToTimeouts(int connect) => new()
    {
        Connect = TimeSpan.FromSeconds(connect),
        Banner = TimeSpan.FromSeconds(Banner),
        Command = TimeSpan.FromSeconds(Command),
        Mail = TimeSpan.FromSeconds(Mail),
        Recipient = TimeSpan.FromSeconds(Recipient),
        DataStart = TimeSpan.FromSeconds(DataStart),
        DataBlock = TimeSpan.FromSeconds(DataBlock),
        DataEnd = TimeSpan.FromSeconds(DataEnd),
    };
}
