using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>Atom links by relation, in Atom feeds and in the RSS feeds that borrow them.</summary>
internal static class AtomLinks
{
    /// <summary>All links of RSS's and Atom's kind, in their order.</summary>
    public static IReadOnlyList<FeedLink> All(IReadOnlyList<XmlField> fields)
    {
        List<FeedLink>? links = null;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i] is { Name: "link", Space: FeedSpace.Core or FeedSpace.Atom } field && Of(field) is { } link)
                (links ??= []).Add(link);
        }

        return links ?? (IReadOnlyList<FeedLink>)[];
    }

    /// <summary>The best link of that relation: HTML before other types, the first of equals.</summary>
    public static string? Find(IReadOnlyList<FeedLink> links, string relation)
    {
        FeedLink? best = null;
        foreach (var link in links)
        {
            if (link.Relation == relation && (best is null || Rank(link) < Rank(best)))
                best = link;
        }

        return best?.Url;
    }

    private static FeedLink? Of(XmlField field)
    {
        var hasAttributes = field.AttributesTo > field.AttributesFrom;
        var href = hasAttributes ? field.Attribute("href") : null;

        // RFC 3986 §5.2: an empty reference is the base itself, which for a feed's own address makes sense.
        if (href is "" && field.Scope is { Stated: true, Base: { } self } && field.Attribute("rel") == "self")
            href = self.AbsoluteUri;

        if (Links.Resolve(field.Scope.Base, string.IsNullOrEmpty(href) ? field.Text : href) is not { } url)
            return null;

        if (!hasAttributes)
            return new FeedLink(url);

        var relation = field.Attribute("rel")?.ToLowerInvariant();
        return new FeedLink(url, string.IsNullOrEmpty(relation) ? "alternate" : relation, field.Attribute("type"));
    }

    private static int Rank(FeedLink link) => link.Type switch
    {
        "text/html" or "application/xhtml+xml" => 0,
        null => 1,
        _ => 2,
    };
}
