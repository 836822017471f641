namespace Digest.Markup;

/// <summary>Turns a fragment of untrusted HTML into Markdown that an editor wants to edit: paragraphs, lists, links, emphasis, code, quotes.</summary>
public static class HtmlToMarkdown
{
    /// <param name="html">A fragment; it is cleaned first.</param>
    /// <param name="baseUrl">What relative links are resolved against.</param>
    public static string Convert(string html, Uri? baseUrl) => throw new NotImplementedException();
}
