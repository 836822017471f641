namespace Digest.Mail.Mime;

/// <summary>
/// A mail, ready for <see cref="MimeWriter"/>. Every member is a type or a checked value that cannot carry a line
/// break into a header.
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

    /// <summary>Who handed the mail over, where that is not the author (RFC 5322 §3.6.2).</summary>
    public Mailbox? Sender { get; init; }

    public Mailbox? ReplyTo { get; init; }

    /// <summary>One mailbox or a list; an empty list writes no field.</summary>
    public required MailboxList To { get; init; }

    public MailboxList Cc { get; init; } = [];

    /// <summary>One line of any text; encoded as RFC 2047 asks where it is not plain ASCII.</summary>
    public required string Subject { get; init; }

    /// <summary>Written with its own offset.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets: <c>unique@domain</c>. Boundaries are made of it too.</summary>
    public required string MessageId { get; init; }

    /// <summary>The Message-ID this one answers, without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The Message-IDs of the thread, oldest first, without angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Further fields, written in this order after the ones above.</summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>The text/plain part, any line ends; null for a mail of HTML or attachments alone.</summary>
    public string? Text { get; init; }

    /// <summary>The text/html part, any line ends; null for a mail without.</summary>
    public string? Html { get; init; }

    /// <summary>What the HTML shows by <see cref="InlinePart.Url"/>.</summary>
    public IReadOnlyList<InlinePart> Inline { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
