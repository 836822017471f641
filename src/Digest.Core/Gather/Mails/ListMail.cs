using Digest.Mail.Mime.Reading;

namespace Digest.Gather.Mails;

/// <summary>One mail to a list, as far as telling its thread needs it.</summary>
internal sealed record ListMail
{
    /// <summary>The Message-ID without brackets, or a made one for a mail that has none.</summary>
    public required string Id { get; init; }

    /// <summary>Message-IDs of the mails before it in its thread, the nearest first.</summary>
    public required IReadOnlyList<string> References { get; init; }

    public required MailSubject Subject { get; init; }

    public required MailAuthor Author { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>Its address in the archive; null if none is known.</summary>
    public string? Url { get; init; }

    /// <summary>The whole mail, whose text is made when it is asked for.</summary>
    public required MimeEntity Entity { get; init; }
}
