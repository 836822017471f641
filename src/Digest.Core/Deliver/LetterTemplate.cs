using Digest.Mail.Mime;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// What the letters of a frozen issue share: the issue's parts with their slots, and the headers (standards.md B1, L1
/// to L4).
/// </summary>
internal static class LetterTemplate
{
    private const int MaxListId = 255;

    /// <summary>To, Date and Message-ID are place-holders.</summary>
    public static MailMessage Of(Newsletter newsletter, FrozenIssue issue, SiteAddress site) => new()
    {
        From = Shown(newsletter.From),
        ReplyTo = Shown(newsletter.ReplyTo ?? newsletter.From),
        To = Shown(newsletter.From),
        Subject = HeaderText.OneLine(issue.Subject),
        Date = issue.Issue.CutOff,
        MessageId = $"{HeaderText.Token(issue.Issue.Ref.ToString())}@{newsletter.From.Address.Domain}",
        Headers = Headers(newsletter, issue.Issue.Ref, site),
        Text = issue.Text,
        Html = issue.Html,
    };

    public static Mailbox Shown(Mailbox mailbox) =>
        mailbox.Name is null ? mailbox : mailbox with { Name = HeaderText.OneLine(mailbox.Name) };

    private static List<HeaderField> Headers(Newsletter newsletter, IssueRef issue, SiteAddress site) =>
    [
        ListId(newsletter),
        HeaderField.Structured("List-Unsubscribe", $"<{LetterSlots.Unsubscribe}>"),
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
        var full = HeaderField.Identified("List-Id", HeaderText.OneLine(newsletter.Title), newsletter.ListId);
        return full.Value.Length <= MaxListId ? full : HeaderField.Identified("List-Id", null, newsletter.ListId);
    }

    private static string FeedbackId(Newsletter newsletter, IssueRef issue) =>
        $"{HeaderText.Token(issue.Label)}:{HeaderText.Token(newsletter.Slug)}:newsletter:"
        + newsletter.From.Address.Domain;
}
