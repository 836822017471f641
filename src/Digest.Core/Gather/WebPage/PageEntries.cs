using AngleSharp.Dom;
using Digest.Feeds;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.WebPage;

/// <summary>Reads the entries of a page as items.</summary>
internal sealed class PageEntries(PageSettings settings, SourceRequest request, Uri place)
{
    private const int MostEntries = 500;

    private readonly List<string> _warnings = [];

    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>In the page's order, each identity once; empty if the selector finds nothing.</summary>
    public IReadOnlyList<GatheredItem> Read(IParentNode page)
    {
        var items = new List<GatheredItem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in settings.Item!.All(page).Take(MostEntries))
        {
            if (ToItem(element) is not { } item)
                continue;

            // Two entries may lead to one page: then what they say tells them apart.
            if (!ids.Add(item.ExternalId))
            {
                item = item with { ExternalId = $"{item.ExternalId} {PageHash.Of($"{item.Title}\n{item.Body}")}" };
                if (!ids.Add(item.ExternalId))
                    continue;
            }

            items.Add(item);
        }

        return items;
    }

    /// <returns>Null for an entry that says nothing.</returns>
    private GatheredItem? ToItem(IElement element)
    {
        var link = AddressOf(element);
        var text = settings.Body is null ? EntryText.Of(element, settings) : settings.Body.First(element);
        var body = text is null ? "" : HtmlToMarkdown.Convert(text.InnerHtml, place).Trim();
        var title = TitleOf(element, body);
        if (title.Length == 0)
            return null;

        return new GatheredItem
        {
            ExternalId = link ?? $"hash:{PageHash.Of($"{title}\n{body}")}",
            Title = title,
            Url = link ?? place.AbsoluteUri,
            Body = body,
            Language = LanguageTag.FirstOf(LanguageOf(element), request.Source.Language),
            Tags = ItemTags.Union(request.Source.Tags),
            Published = DateOf(element),
        };
    }

    private string TitleOf(IElement element, string body)
    {
        var written = settings.Title is { } title
            ? title.Value(element)
            : (element.QuerySelector("h1, h2, h3, h4, h5, h6") ?? element.QuerySelector("a[href]"))?.TextContent;
        var line = PlainLine.Of(written ?? "").Trim();
        return line.Length > 0 ? line : ItemTitle.FromText(body);
    }

    private string? AddressOf(IElement element)
    {
        var found = settings.Link is { } link ? link.First(element)
            : element.Matches("a[href]") ? element
            : element.QuerySelector("a[href]");
        var written = found?.GetAttribute(settings.Link?.Attribute ?? "href");
        return AddressRule.Link(written, place) is { } address
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null;
    }

    private DateTimeOffset? DateOf(IElement element)
    {
        var written = settings.Date is { } date
            ? date.Value(element)
            : element.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        if (written is null || PlainLine.Of(written).Trim() is not { Length: > 0 } line)
            return null;
        if (FeedDate.TryParse(line, request.Newsletter.Zone, out var moment))
            return moment;

        if (_warnings.Count == 0)
            _warnings.Add($"{place}: '{line}' is no date that can be read; check the selector date");
        return null;
    }

    private static string? LanguageOf(IElement element) =>
        element.Closest("[lang]")?.GetAttribute("lang");
}
