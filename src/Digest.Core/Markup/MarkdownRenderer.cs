namespace Digest.Markup;

/// <summary>
/// Markdown to HTML and to plain text for Chinese, Japanese and English: emphasis next to CJK punctuation works, bare
/// addresses end where Chinese text begins, a soft break between Han characters leaves no space. Raw HTML in the
/// source is shown as text, and the HTML is cleaned by the allow-list before it is returned.
/// </summary>
public static class MarkdownRenderer
{
    /// <param name="markdown">One item, or several blocks.</param>
    /// <param name="linkDefinitions">Reference definitions that stand elsewhere in the file; may be empty.</param>
    public static string ToHtml(string markdown, string linkDefinitions) => throw new NotImplementedException();

    /// <summary>The same content as text, LF line ends: lists keep their marks, links become <c>text [n]</c> with a list of addresses kept by <paramref name="links"/>.</summary>
    public static string ToText(string markdown, string linkDefinitions, LinkList links) =>
        throw new NotImplementedException();

    /// <summary>One line of words without any mark-up or address.</summary>
    public static string ToWords(string markdown) => throw new NotImplementedException();

    /// <summary>Link and image targets in order, exact.</summary>
    public static IReadOnlyList<string> Links(string markdown, string linkDefinitions) =>
        throw new NotImplementedException();
}
