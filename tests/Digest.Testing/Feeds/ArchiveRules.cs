using System.Xml.Linq;

namespace Digest.Testing.Feeds;

/// <summary>RFC 5005 §4: what the links of a document say of its place in the feed.</summary>
internal static class ArchiveRules
{
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";

    public static IEnumerable<string> Faults(XElement feed, IEnumerable<XElement> links)
    {
        var targets = links.GroupBy(link => (string?)link.Attribute("rel") ?? "")
            .ToDictionary(group => group.Key, group => (string?)group.First().Attribute("href"));
        var self = targets.GetValueOrDefault("self");
        var current = targets.GetValueOrDefault("current");
        var isArchive = feed.Element(History + "archive") is not null;
        if (isArchive && (current is null || current == self))
            yield return "an archive names no current document";
        if (!isArchive && current is not null && current != self)
            yield return "is an archive and does not say so";
        if (targets.GetValueOrDefault("prev-archive") is { } older && older == self)
            yield return "comes before itself";
        if (targets.GetValueOrDefault("prev-archive") != targets.GetValueOrDefault("next"))
            yield return "two ways lead to different archives";
        if (isArchive && (targets.ContainsKey("next-archive") || targets.ContainsKey("previous")))
            yield return "an archive that names what follows it has to change";
    }
}
