using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// RSS 0.9x, 1.0 and 2.0 to the model. Elements are looked for in the namespace of the item that holds them.
/// </summary>
internal static class RssMapper
{
    public static FeedDocument Map(XmlOutline outline, FeedWarnings warnings)
    {
        var metadata = outline.Metadata;
        var link = Core("link");
        var home = Links.Resolve(outline.Base, link is { IsEmpty: false } ? link.Value : null);

        // A file has no address of its own; the page the feed belongs to is the next best base.
        outline.Base ??= home is null ? null : new Uri(home);
        var entries = outline.Entries.Select(item => MapItem(item, outline));
        return new FeedDocument
        {
            Title = HtmlText.GuessPlain(Core("title")?.Value ?? ""),
            Description = HtmlText.ToPlain(Core("description")?.Value ?? ""),
            HomeUrl = home,
            SelfUrl = Links.Resolve(outline.Base, AtomLinks.Find(metadata, "self")),
            Language = Language(Core("language") ?? Dc("language"))
                ?? outline.Language,
            Updated = FirstDate(Core("lastBuildDate"), Core("pubDate"), Dc("date")),
            Authors = [.. metadata.Where(element => element.Name == FeedNamespaces.DublinCore + "creator")
                .Select(PersonNames.Of).Where(HasText)],
            Entries = Identities.MakeUnique(entries, warnings),
        };

        XElement? Core(string name) => metadata.Find(element => element.Name == outline.Core + name);
        XElement? Dc(string name) => metadata.Find(element => element.Name == FeedNamespaces.DublinCore + name);
    }

    private static FeedEntry MapItem(XElement item, XmlOutline outline)
    {
        var core = item.Name.Namespace;
        var here = Links.BaseOf(item, outline.Base);
        var title = HtmlText.GuessPlain((item.Element(core + "title") ?? Dc(item, "title"))?.Value ?? "");
        var guid = item.Element(core + "guid");
        var about = (string?)item.Attribute(FeedNamespaces.Rdf + "about");
        var url = LinkOf(item, here) ?? Permalink(guid, here) ?? Links.Resolve(here, about);
        var language = Language(Dc(item, "language")) ?? (string?)item.Attribute(XNamespace.Xml + "lang");
        return new FeedEntry
        {
            Id = FirstText(guid?.Value, about) ?? ContentHash.Of(url, title),
            Title = title,
            Url = url,
            Summary = Html(item.Element(core + "description") ?? Dc(item, "description")),
            ContentHtml = Html(item.Element(FeedNamespaces.Content + "encoded")),
            BaseUrl = Links.StatedBase(item, outline),
            Authors = AuthorsOf(item),
            Published = FirstDate(item.Element(core + "pubDate"), Dc(item, "date"),
                item.Element(FeedNamespaces.DublinCoreTerms + "issued"),
                item.Element(FeedNamespaces.Atom + "published")),
            Updated = FirstDate(item.Element(FeedNamespaces.DublinCoreTerms + "modified"),
                item.Element(FeedNamespaces.Atom + "updated")),
            Tags = [.. item.Elements(core + "category").Concat(item.Elements(FeedNamespaces.DublinCore + "subject"))
                .Select(tag => HtmlText.GuessPlain(tag.Value)).Where(HasText).Distinct()],
            Language = language == outline.Language ? null : language,
        };
    }

    private static XElement? Dc(XElement item, string name) => item.Element(FeedNamespaces.DublinCore + name);

    private static string? LinkOf(XElement item, Uri? place)
    {
        var links = item.Elements(item.Name.Namespace + "link")
            .Select(link => FirstText(link.Value, (string?)link.Attribute("href")))
            .Append(AtomLinks.Find(item.Elements(), "alternate"));
        return links.Select(link => Links.Resolve(place, link)).FirstOrDefault(link => link is not null);
    }

    /// <summary>A guid is a permanent link unless it says otherwise, but only a whole address is believed.</summary>
    private static string? Permalink(XElement? guid, Uri? place) =>
        guid is not null && (string?)guid.Attribute("isPermaLink") != "false"
        && guid.Value.Contains("://", StringComparison.Ordinal)
            ? Links.Resolve(place, guid.Value)
            : null;

    private static string[] AuthorsOf(XElement item)
    {
        var creators = item.Elements(FeedNamespaces.DublinCore + "creator");
        var names = creators.Select(PersonNames.Of).Where(HasText).ToArray();
        if (names.Length > 0)
            return names;

        return [.. item.Elements().Where(element => element.Name.LocalName == "author")
            .Select(PersonNames.Of).Where(HasText).Distinct()];
    }

    /// <summary>Escaped HTML as it should be; XHTML children, which some write, are taken for what they are.</summary>
    private static string? Html(XElement? element)
    {
        var html = element is { HasElements: true } ? XhtmlText.Inner(element) : element?.Value;
        return string.IsNullOrWhiteSpace(html) ? null : html.Trim();
    }

    private static string? Language(XElement? element) => FirstText(element?.Value, null);

    private static string? FirstText(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) ? first.Trim() : !string.IsNullOrWhiteSpace(second) ? second.Trim() : null;

    private static DateTimeOffset? FirstDate(params ReadOnlySpan<XElement?> elements)
    {
        foreach (var element in elements)
        {
            if (FeedDate.TryParse(element?.Value, TimeZoneInfo.Utc, out var date))
                return date;
        }

        return null;
    }

    private static bool HasText(string text) => text.Length > 0;
}
