using System.Text;
using Digest.Model;
using Digest.Publish;
using Digest.Web.Http;

namespace Digest.Web.Pages;

/// <summary>The list of newsletters at the root: the same for as long as the process lives.</summary>
public sealed class HomePage(ServedNewsletters newsletters)
{
    public SiteFile File { get; } = new(
        new PublishedFile("index.html", "text/html; charset=utf-8", Render(newsletters.All), default),
        lastModified: null);

    private static byte[] Render(IReadOnlyList<Newsletter> newsletters)
    {
        // The chrome speaks the newsletters' language where they share one.
        var languages = newsletters.Select(newsletter => PageWords.LanguageOf(newsletter.Language)).Distinct().ToList();
        var language = languages is [var only] ? only : "en";
        var title = PageWords.For(language).Newsletters;
        var items = string.Join('\n', newsletters.Select(Line));
        return Encoding.UTF8.GetBytes(
            HtmlPage.Render(language, title, $"<h1>{HtmlPage.Encode(title)}</h1>\n<ul>\n{items}\n</ul>"));
    }

    private static string Line(Newsletter newsletter)
    {
        var description = newsletter.Description.Length == 0 ? "" : $"<br>{HtmlPage.Encode(newsletter.Description)}";
        return $"""<li lang="{HtmlPage.Encode(newsletter.Language)}">"""
            + $"""<a href="{Uri.EscapeDataString(newsletter.Slug)}/">{HtmlPage.Encode(newsletter.Title)}</a>"""
            + $"{description}</li>";
    }
}
