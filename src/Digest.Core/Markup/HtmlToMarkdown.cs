namespace Digest.Markup;

/// <summary>
/// Turns a fragment of untrusted HTML into Markdown that an editor wants to edit: paragraphs, lists, links, emphasis,
/// code, quotes. Headings become bold lines, because the text is to stand below the headings of an issue.
/// </summary>
public static class HtmlToMarkdown
{
    /// <summary>Markdown with LF line ends, without trailing spaces; converting it back shows the same words.</summary>
    /// <param name="html">A fragment; it is cleaned first.</param>
    /// <param name="baseUrl">What relative links are resolved against.</param>
    public static string Convert(string html, Uri? baseUrl)
    {
        var clean = HtmlCleaner.Clean(html, baseUrl);
        try
        {
            return string.Join('\n', MarkdownBlocks.Of(HtmlCleaner.Parse(clean), depth: 0));
        }
        catch (NestingException)
        {
            // Cleaned HTML closes what it opens, so only its sheer length can bring this about.
            return MarkdownEscape.Text(clean);
        }
    }
}
