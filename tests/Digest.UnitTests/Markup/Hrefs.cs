using AngleSharp.Html.Parser;

namespace Digest.UnitTests.Markup;

/// <summary>Link and image targets as a browser would read them.</summary>
internal static class Hrefs
{
    public static IReadOnlyList<string> Of(string html) =>
        [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];
}
