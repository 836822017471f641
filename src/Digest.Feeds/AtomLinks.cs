using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>Finds Atom links by relation, in Atom feeds and in the RSS feeds that borrow them.</summary>
internal static class AtomLinks
{
    /// <summary>The href of the best link of that relation: HTML before other types; as written.</summary>
    public static string? Find(IEnumerable<XElement> siblings, string relation)
    {
        var links = siblings.Where(element =>
            element.Name.LocalName == "link"
            && element.Attribute("href") is not null
            && ((string?)element.Attribute("rel") ?? "alternate") == relation);
        return (string?)links.MinBy(Rank)?.Attribute("href");
    }

    private static int Rank(XElement link) => (string?)link.Attribute("type") switch
    {
        "text/html" or "application/xhtml+xml" => 0,
        null => 1,
        _ => 2,
    };
}
