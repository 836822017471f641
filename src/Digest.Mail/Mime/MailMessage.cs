namespace Digest.Mail.Mime;

/// <summary>
/// A mail to one reader, ready for <see cref="MimeWriter"/>. Every member is a type or a checked value that cannot
/// carry a line break into a header.
/// </summary>
/// <example>
/// <code>
/// var bytes = MimeWriter.Write(new MailMessage
/// {
///     From = new Mailbox("社区动态", EmailAddress.Parse("weekly@news.example")),
///     To = new Mailbox(null, EmailAddress.Parse("reader@example.com")),
///     Subject = "第六期",
///     Date = clock.GetUtcNow(),
///     MessageId = "a1.6@news.example",
///     Text = "你好\n",
///     Html = "&lt;p&gt;你好&lt;/p&gt;",
/// });
/// </code>
/// </example>
public sealed record MailMessage
{
    public required Mailbox From { get; init; }

    public Mailbox? ReplyTo { get; init; }

    public required Mailbox To { get; init; }

    /// <summary>One line of any text; encoded as RFC 2047 asks where it is not plain ASCII.</summary>
    public required string Subject { get; init; }

    /// <summary>Written with its own offset.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets: <c>unique@domain</c>.</summary>
    public required string MessageId { get; init; }

    /// <summary>Further fields, written in this order after the ones above.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>The text/plain part, any line ends.</summary>
    public required string Text { get; init; }

    /// <summary>The text/html part; without one the mail is plain text alone.</summary>
    public string? Html { get; init; }
}
