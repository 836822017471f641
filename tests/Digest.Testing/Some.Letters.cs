using Digest.Deliver;
using Digest.Mail.Mime;
using Digest.Model;
using Microsoft.Extensions.Options;

namespace Digest.Testing;

public static partial class Some
{
    public static MailMessage MailMessage(string subject = "第六期") => new()
    {
        From = Mailbox("weekly@news.example", "社区动态"),
        To = Mailbox(),
        Subject = subject,
        Date = new DateTimeOffset(2026, 11, 13, 18, 0, 0, TimeSpan.FromHours(8)),
        MessageId = "a1.6@news.example",
        Text = "你好\n",
        Html = "<p>你好</p>\n",
    };

    /// <summary>A frozen issue small enough to read in a test.</summary>
    public static FrozenIssue IssueToSend() => new()
    {
        Issue = Issue(),
        Language = "zh-CN",
        Subject = "社区动态周刊第一期",
        Preheader = "本周的消息",
        Html = $"<p>你好</p><a href=\"{LetterSlots.Unsubscribe}\">退订</a>",
        Text = $"你好\n退订:\n{LetterSlots.Unsubscribe}\n",
        Page = "<p>你好</p>",
        Summary = "你好",
        BodyHtml = "<p>你好</p>",
        Stories = [],
    };

    public static LetterWriter LetterWriter(MailOptions? options = null) => new(
        new SiteAddress(new Uri("https://news.example/")),
        new UnsubscribeTokens(new byte[32]),
        new LetterSigner(Options.Create(options ?? new MailOptions())));

    public static byte[] Letter(
        Newsletter newsletter,
        FrozenIssue issue,
        string subscriberId,
        Mailbox recipient,
        string messageId,
        DateTimeOffset date)
    {
        using var letter = LetterWriter().Write(newsletter, issue, subscriberId, recipient, messageId, date);
        return letter.WrittenSpan.ToArray();
    }

    public static OutgoingMail OutgoingMail(string recipient = "reader@example.com") => new(
        "1",
        EmailAddress.Parse("weekly@news.example"),
        EmailAddress.Parse(recipient),
        "Subject: x\r\n\r\nhi\r\n"u8.ToArray());

    public static Subscriber Reader(string address = "reader@example.com", string? name = null) => new()
    {
        Id = "id-of-" + address,
        Newsletter = "weekly",
        Mailbox = Mailbox(address, name),
        Consent = "a form",
        Created = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
    };
}
