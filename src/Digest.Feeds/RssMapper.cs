using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>RSS 0.9x, 1.0 and 2.0 to the model.</summary>
internal static class RssMapper
{
    public static FeedDocument Map(XmlOutline outline, FeedWarnings warnings)
    {
        var metadata = outline.Metadata;
        var home = Links.Resolve(outline.Base, Core("link")?.Value)
            ?? Links.Resolve(outline.Base, AtomLinks.Find(metadata, "alternate"));

        // A file has no address of its own; the page the feed belongs to is the next best base.
        outline.Base ??= home is null ? null : new Uri(home);
        var entries = outline.Entries.Select(item => RssItem.Map(item, outline));
        return new FeedDocument
        {
            Title = HtmlText.GuessPlain((Core("title") ?? Dc("title"))?.Value ?? ""),
            Description = HtmlText.ToPlain((Core("description") ?? Dc("description"))?.Value ?? ""),
            HomeUrl = home,
            SelfUrl = Links.Resolve(outline.Base, AtomLinks.Find(metadata, "self")),
            Language = Text(Core("language")) ?? Text(Dc("language")) ?? outline.Language,
            Updated = FeedDate.FirstOf(Core("lastBuildDate"), Core("pubDate"), Dc("date")),
            Authors = PersonNames.In(metadata, FeedNamespaces.DublinCore + "creator"),
            Entries = Identities.MakeUnique(entries, warnings),
        };

        XElement? Core(string name) => metadata.Find(element => element.Name == outline.Core + name);
        XElement? Dc(string name) => metadata.Find(element => element.Name == FeedNamespaces.DublinCore + name);
    }

    private static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;
}
