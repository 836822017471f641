using Digest.Gather.Mails;
using Digest.Mail.Mime.Reading;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Mailbox;

/// <summary>Makes an item of one mail, or of the mail that it passes on. Does no I/O.</summary>
internal static class MailboxItem
{
    private const int DeepestForward = 3;
    private const int LongestHtml = 1_500_000;
    private const int LongestText = 300_000;
    private const int LongestBody = 20_000;
    private const int MostParagraphs = 400;

    // Whoever attaches a mail and writes more than this has something to say himself.
    private const int LongestNote = 400;

    public static GatheredItem Of(ListMail mail, SourceRequest request)
    {
        var inner = Innermost(mail);
        var markdown = Markdown(inner.Entity);
        var forwarded = inner.Subject.IsForward ? ForwardedMail.Find(markdown) : null;
        var body = Cut(AddressMask.Of(NewsletterLinks.Clean(forwarded?.Body ?? markdown, OwnAddresses(inner.Entity))));
        var subject = forwarded?.Subject is { } passedOn ? MailSubject.Read(passedOn) : inner.Subject;
        var date = forwarded?.Date ?? inner.Date ?? mail.Date;
        return new GatheredItem
        {
            ExternalId = inner.Id,
            Title = MailTitle.Of(subject.Whole, body),
            Url = Archived(inner.Entity.Headers),
            Body = body,
            Author = (forwarded?.Author ?? inner.Author).Name,
            Language = LanguageTag.FirstOf(inner.Entity.Headers["Content-Language"], request.Source.Language)
                ?? LanguageTag.Guess(subject.Whole + body),
            Tags = ItemTags.Union(subject.Tags.Select(AddressMask.Of), request.Source.Tags),
            Published = date > request.Now ? request.Now : date,
            Kind = ItemKind.Message,
            Objects = [.. new[] { inner.Id, mail.Id }.Distinct(StringComparer.Ordinal).Select(ObjectKey.Message)],
            Mentions = [.. inner.References.Select(ObjectKey.Message)],
        };
    }

    /// <summary>The mail that is attached, where passing it on is all that the outer one does.</summary>
    private static ListMail Innermost(ListMail mail)
    {
        for (var depth = 0; depth < DeepestForward && MailParts.Attached(mail.Entity) is { } attached; depth++)
        {
            var note = MailParts.Text(mail.Entity) ?? MailParts.Html(mail.Entity);
            if (!mail.Subject.IsForward && note?.RawBody.Length > LongestNote)
                break;
            mail = ListMailReader.Of(attached);
        }

        return mail;
    }

    private static string Markdown(MimeEntity mail)
    {
        if (MailParts.Html(mail)?.DecodeText() is { Length: <= LongestHtml } html
            && HtmlToMarkdown.Convert(html, null).Trim() is { Length: > 0 } markdown)
        {
            return markdown;
        }

        var text = MailParts.Text(mail)?.DecodeText() ?? "";
        return MailProse.Whole(text.Length > LongestText ? text[..LongestText] : text, MostParagraphs);
    }

    /// <summary>Whole blocks, so that no list or fence is cut open.</summary>
    private static string Cut(string body)
    {
        if (body.Length <= LongestBody)
            return body;

        var end = body.LastIndexOf("\n\n", LongestBody, StringComparison.Ordinal);
        return end > 0 ? $"{body[..end]}\n\n…" : CutText.At(body, LongestBody);
    }

    private static HashSet<string> OwnAddresses(MimeEntity mail) =>
    [
        .. (mail.Headers["List-Unsubscribe"] ?? "").Split([',', '<', '>', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(address => address.StartsWith("http", StringComparison.OrdinalIgnoreCase)),
    ];

    /// <summary>RFC 5064 §2: where the mail lies on the web.</summary>
    private static string? Archived(HeaderList headers) =>
        Uri.TryCreate(headers["Archived-At"]?.Trim(' ', '<', '>'), UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;
}
