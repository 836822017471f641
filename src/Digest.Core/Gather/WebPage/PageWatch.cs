using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.WebPage;

/// <summary>Watches a page as a whole: lines that were not there at the last read are one item.</summary>
internal static class PageWatch
{
    private const int MostLines = 5000;
    private const int LongestLine = 2000;
    private const int MostShown = 40;

    /// <summary>The lines of a page's text as Markdown, blank ones left out.</summary>
    /// <returns>Empty if the selector finds nothing.</returns>
    public static IReadOnlyList<string> LinesOf(IHtmlDocument page, PageSelector? part, Uri place)
    {
        var elements = part?.All(page) ?? page.QuerySelectorAll("main");
        if (part is null && elements.Count == 0 && page.Body is { } whole)
            elements = [whole];

        return
        [
            .. elements
                .SelectMany(element => Lines(HtmlToMarkdown.Convert(element.InnerHtml, place)))
                .Where(line => line.Length > 0)
                .Take(MostLines),
        ];
    }

    /// <summary>
    /// Each line has to mean itself alone: a line of code becomes plain text, a long one loses its mark-up.
    /// </summary>
    private static IEnumerable<string> Lines(string markdown)
    {
        var isCode = false;
        foreach (var line in markdown.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode || line.Length > LongestLine)
                yield return MarkdownEscape.LineStart(MarkdownEscape.Text(line[..Math.Min(line.Length, LongestLine)]));
            else
                yield return line;
        }
    }

    /// <returns>Null if no line is new: a page that only lost something tells nothing.</returns>
    public static GatheredItem? Difference(
        IReadOnlyList<string> before, IReadOnlyList<string> after, IHtmlDocument page, SourceRequest request, Uri place)
    {
        var known = before.ToHashSet(StringComparer.Ordinal);
        var added = after.Where(line => known.Add(line)).ToList();
        if (added.Count == 0)
            return null;

        var title = PlainLine.Of(page.Title ?? "").Trim();
        var change = PageHash.Of($"{string.Join('\n', before)}\0{string.Join('\n', after)}");
        return new GatheredItem
        {
            ExternalId = $"change:{change}",
            Title = title.Length > 0 ? title : place.AbsoluteUri,
            Url = place.AbsoluteUri,
            Body = string.Join("\n\n", added.Take(MostShown)),
            Language = LanguageTag.FirstOf(page.DocumentElement.GetAttribute("lang"), request.Source.Language),
            Tags = ItemTags.Union(request.Source.Tags),
            Kind = ItemKind.Page,
            Signals = new ItemSignals
            {
                Change = added.Count == 1 ? "1 new line" : FormattableString.Invariant($"{added.Count} new lines"),
            },
        };
    }
}
