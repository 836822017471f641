using System.Text;
using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// Makes the mail of one letter from the frozen issue: fills the slots, adds the headers (standards.md B1, L1 to
/// L4).
/// </summary>
public sealed class LetterWriter(SiteAddress site, UnsubscribeTokens tokens, LetterSigner signer)
{
    private const int MaxListId = 255;

    /// <param name="subscriberId">Whose unsubscribe link it carries.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="date">The Date header.</param>
    public byte[] Write(
        Newsletter newsletter,
        FrozenIssue issue,
        string subscriberId,
        Mailbox recipient,
        string messageId,
        DateTimeOffset date)
    {
        var unsubscribe = site.Unsubscribe(tokens.Mint(newsletter.Slug, subscriberId));
        var message = new MailMessage
        {
            From = Shown(newsletter.From),
            ReplyTo = Shown(newsletter.ReplyTo ?? newsletter.From),
            To = Shown(recipient),
            Subject = OneLine(issue.Subject),
            Date = TimeZoneInfo.ConvertTime(date, newsletter.Zone),
            MessageId = messageId,
            Headers = Headers(newsletter, issue.Issue.Ref, unsubscribe),
            Text = Fill(issue.Text, unsubscribe),
            Html = Fill(issue.Html, unsubscribe),
        };
        return signer.Sign(MimeWriter.Write(message), date);
    }

    private List<HeaderField> Headers(Newsletter newsletter, IssueRef issue, string unsubscribe) =>
    [
        ListId(newsletter),
        HeaderField.Structured("List-Unsubscribe", $"<{unsubscribe}>"),
        HeaderField.Unfoldable("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        HeaderField.Structured("List-Archive", $"<{site.Home(newsletter.Slug)}>"),
        HeaderField.Structured("Feedback-ID", FeedbackId(newsletter, issue)),
        HeaderField.Structured("Auto-Submitted", "auto-generated"),
        HeaderField.Structured("Precedence", "bulk"),
    ];

    /// <summary>
    /// The name is a courtesy, the identifier is for ever: where both exceed 255 octets the name goes (RFC 2919
    /// §2).
    /// </summary>
    private static HeaderField ListId(Newsletter newsletter)
    {
        var full = HeaderField.Identified("List-Id", OneLine(newsletter.Title), newsletter.ListId);
        return full.Value.Length <= MaxListId ? full : HeaderField.Identified("List-Id", null, newsletter.ListId);
    }

    private static string FeedbackId(Newsletter newsletter, IssueRef issue) =>
        $"{Plain(issue.Label)}:{Plain(newsletter.Slug)}:newsletter:{newsletter.From.Address.Domain}";

    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));

    private static Mailbox Shown(Mailbox mailbox) =>
        mailbox with { Name = mailbox.Name is null ? null : OneLine(mailbox.Name) };

    /// <summary>
    /// Titles and names come from feeds and from readers: line breaks become spaces, and the marks that turn the
    /// direction of text, with which a subject could show what it does not say, go (standards.md §5.5).
    /// </summary>
    private static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                result.Append(' ');
            else if (rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
                result.Append(rune);
        }

        return result.ToString().Trim();
    }

    private static string Fill(string text, string unsubscribe) =>
        text.Replace(LetterSlots.Unsubscribe, unsubscribe, StringComparison.Ordinal);
}
