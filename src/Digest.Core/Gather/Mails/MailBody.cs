using Digest.Mail.Mime.Reading;
using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>What a mail says, as Markdown.</summary>
internal static class MailBody
{
    // Enough to know what a thread is about; the rest is behind the link.
    private const int MostParagraphs = 4;
    private const int MostCharacters = 1500;
    private const int LongestText = 300_000;

    /// <summary>The first paragraphs of the sender's own words.</summary>
    public static string Opening(MimeEntity mail)
    {
        if (MailParts.Text(mail) is { } plain)
        {
            var author = MailAuthor.Read(mail.Headers).Name;
            return MailProse.ToMarkdown(Cut(plain.DecodeText()), MostParagraphs, MostCharacters, author);
        }

        var html = MailParts.Html(mail) is { } part ? HtmlToMarkdown.Convert(Cut(part.DecodeText()), null) : "";
        return MarkdownBlocksOf(html);
    }

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;

    /// <summary>Whole blocks: a list or a fence that is cut in the middle would change what follows.</summary>
    private static string MarkdownBlocksOf(string markdown)
    {
        var kept = new List<string>();
        var length = 0;
        foreach (var block in markdown.Split("\n\n").Where(block => !block.StartsWith('>')))
        {
            length += block.Length;
            if (kept.Count == MostParagraphs || (kept.Count > 0 && length > MostCharacters))
                break;
            kept.Add(block);
        }

        return AddressMask.Of(string.Join("\n\n", kept)).Trim();
    }
}
