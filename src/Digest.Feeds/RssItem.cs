using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>An RSS item to the model. Elements are looked for in the namespace of the item that holds them.</summary>
internal static class RssItem
{
    public static FeedEntry Map(XElement item, XmlOutline outline)
    {
        var core = item.Name.Namespace;
        var place = Links.BaseOf(item, outline.Base);
        var guid = item.Element(core + "guid");
        var about = (string?)item.Attribute(FeedNamespaces.Rdf + "about");
        var language = Dc(item, "language")?.Value ?? (string?)item.Attribute(XNamespace.Xml + "lang");
        return new FeedEntry
        {
            Id = FirstText(guid?.Value, about) ?? "",
            Title = HtmlText.GuessPlain((item.Element(core + "title") ?? Dc(item, "title"))?.Value ?? ""),
            Url = LinkOf(item, place) ?? Permalink(guid, place) ?? Links.Resolve(place, about),
            Summary = Html(item.Element(core + "description") ?? Dc(item, "description")),
            ContentHtml = Html(item.Element(FeedNamespaces.Content + "encoded"))
                ?? AtomText.Html(item.Element(FeedNamespaces.Atom + "content")),
            BaseUrl = Links.StatedBase(item, outline),
            Authors = AuthorsOf(item),
            Published = PublishedOf(item),
            Updated = UpdatedOf(item),
            Tags = TagsOf(item),
            Language = string.IsNullOrWhiteSpace(language) || language == outline.Language ? null : language.Trim(),
        };
    }

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

    /// <summary>Escaped HTML as it should be; XHTML children, which some write, are taken for what they are.</summary>
    private static string? Html(XElement? element)
    {
        var html = element is { HasElements: true } ? XhtmlText.Inner(element) : element?.Value;
        return string.IsNullOrWhiteSpace(html) ? null : html.Trim();
    }

    private static IReadOnlyList<string> AuthorsOf(XElement item)
    {
        var creators = PersonNames.In(item.Elements(), FeedNamespaces.DublinCore + "creator");
        if (creators.Count > 0)
            return creators;

        // RSS's own, Atom's and the podcasts' authors share a name.
        return [.. item.Elements().Where(element => element.Name.LocalName == "author")
            .Select(PersonNames.Of).Where(name => name.Length > 0).Distinct()];
    }

    private static DateTimeOffset? PublishedOf(XElement item) => FeedDate.FirstOf(
        item.Element(item.Name.Namespace + "pubDate"),
        Dc(item, "date"),
        item.Element(FeedNamespaces.DublinCoreTerms + "issued"),
        item.Element(FeedNamespaces.Atom + "published"));

    private static DateTimeOffset? UpdatedOf(XElement item) => FeedDate.FirstOf(
        item.Element(FeedNamespaces.DublinCoreTerms + "modified"),
        item.Element(FeedNamespaces.Atom + "updated"));

    private static IReadOnlyList<string> TagsOf(XElement item)
    {
        var tags = item.Elements(item.Name.Namespace + "category")
            .Concat(item.Elements(FeedNamespaces.DublinCore + "subject"));
        return [.. tags.Select(tag => HtmlText.GuessPlain(tag.Value)).Where(tag => tag.Length > 0).Distinct()];
    }

    private static XElement? Dc(XElement item, string name) => item.Element(FeedNamespaces.DublinCore + name);

    private static string? FirstText(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) ? first.Trim() : !string.IsNullOrWhiteSpace(second) ? second.Trim() : null;
}
