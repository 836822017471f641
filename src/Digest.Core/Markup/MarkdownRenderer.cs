using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Markdown to HTML and to plain text for Chinese, Japanese and English: emphasis next to CJK punctuation works, bare
/// addresses end where Chinese text begins, a soft break between Han characters leaves no space. Raw HTML in the
/// source is shown as text, and the HTML is cleaned by the allow-list before it is returned.
/// </summary>
public static partial class MarkdownRenderer
{
    /// <param name="markdown">One item, or several blocks.</param>
    /// <param name="linkDefinitions">Reference definitions that stand elsewhere in the file; may be empty.</param>
    /// <param name="page">What a relative image is resolved against; without it, its description is left.</param>
    public static string ToHtml(string markdown, string linkDefinitions, Uri? page = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        MarkdownDialect.Pipeline.Setup(renderer);
        renderer.Render(RelativeImages.Resolve(MarkdownDialect.Parse(markdown, linkDefinitions), page));
        return HtmlCleaner.Clean(writer.ToString(), null).Trim();
    }

    /// <summary>
    /// The same content as text, LF line ends: lists keep their marks, links become <c>text [n]</c> with a list of
    /// addresses kept by <paramref name="links"/>. An address that is its own label stands for itself, without a
    /// number.
    /// </summary>
    public static string ToText(string markdown, string linkDefinitions, LinkList links, Uri? page = null) =>
        new BlockText(links).Write(RelativeImages.Resolve(MarkdownDialect.Parse(markdown, linkDefinitions), page));

    /// <summary>One line of words without any mark-up or address.</summary>
    public static string ToWords(string markdown) =>
        Blanks().Replace(new BlockWords().Write(MarkdownDialect.Parse(markdown)), " ").Trim();

    /// <summary>
    /// Link and image targets in order, exactly as written, relative ones too. Left out are empty ones and schemes that
    /// no output ever shows, such as <c>javascript:</c>.
    /// </summary>
    public static IReadOnlyList<string> Links(string markdown, string linkDefinitions) =>
        [.. MarkdownDialect.Parse(markdown, linkDefinitions).Descendants<Inline>().Select(Target).OfType<string>()];

    private static string? Target(Inline inline)
    {
        var written = inline switch
        {
            LinkInline link => link.Url,
            AutolinkInline { IsEmail: true } mail => $"mailto:{mail.Url}",
            AutolinkInline address => address.Url,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(written) || AddressRule.IsUnsafe(written) ? null : written;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
