using System.Xml.Linq;

namespace Digest.Testing.Feeds;

/// <summary>The Atom of RFC 4287: a rule each.</summary>
public static class AtomRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly FeedRule<XElement>[] All =
    [
        new("root", feed => feed.Name == Atom + "feed" ? [] : ["is no Atom feed"]),
        new("required", feed => from holder in Holders(feed)
                                from name in new[] { "id", "title", "updated" }
                                where holder.Elements(Atom + name).Count() != 1
                                select $"{holder.Name.LocalName}/{name}"),
        new("author", feed => feed.Elements(Atom + "author").Any()
            || feed.Elements(Atom + "entry").All(entry => entry.Elements(Atom + "author").Any())
                ? [] : ["nobody wrote it"]),
        new("name", feed => feed.Descendants(Atom + "author")
            .Where(author => string.IsNullOrWhiteSpace(author.Element(Atom + "name")?.Value)).Select(_ => "no name")),
        new("identity", feed => feed.Descendants(Atom + "id").Select(id => id.Value)
            .Where(id => !FeedFacts.IsIdentity(id))),
        new("double", feed => FeedFacts.Doubles(feed.Descendants(Atom + "id").Select(id => id.Value))),
        new("date", feed => feed.Descendants().Where(IsDate).Select(date => date.Value)
            .Where(text => !FeedFacts.IsRfc3339(text))),
        new("latest", feed => feed.Element(Atom + "updated") is { } updated && feed.Elements(Atom + "entry")
            .SelectMany(entry => entry.Elements(Atom + "updated"))
            .Any(entry => FeedFacts.Moment(entry.Value) > FeedFacts.Moment(updated.Value))
                ? ["an entry is newer"] : []),
        new("self", feed => Relations(feed, "self") is [var self]
            && (string?)self.Attribute("type") == "application/atom+xml" ? [] : ["not one link to itself"]),
        new("alternate", feed => Holders(feed).Where(holder => Relations(holder, "alternate").Count > 1)
            .Select(_ => "two pages of one type")),
        new("content", feed => feed.Elements(Atom + "entry")
            .Where(entry => entry.Element(Atom + "content") is null && Relations(entry, "alternate").Count == 0)
            .Select(_ => "neither content nor page")),
        new("address", feed => feed.Descendants(Atom + "link").Select(link => (string?)link.Attribute("href") ?? "")
            .Where(address => !FeedFacts.IsWebAddress(address))),
        new("html", feed => feed.Descendants(Atom + "content")
            .SelectMany(html => FeedFacts.RelativeAddresses(html.Value))),
        new("type", feed => feed.Descendants().Where(element => element.Name.LocalName is "content" or "summary")
            .Select(text => (string?)text.Attribute("type") ?? "text").Where(type => type is not ("text" or "html"))),
        new("language", feed => feed.DescendantsAndSelf().Attributes(XNamespace.Xml + "lang")
            .Select(tag => tag.Value).Where(tag => !FeedFacts.IsLanguage(tag))),
        new("archive", feed => ArchiveRules.Faults(feed, feed.Elements(Atom + "link"))),
    ];

    public static IReadOnlyList<string> Names => [.. All.Select(rule => rule.Name)];

    public static IReadOnlyList<string> Faults(ReadOnlySpan<byte> bytes)
    {
        var root = FeedXml.RootOf(bytes);
        return [.. All.SelectMany(rule => rule.Check(root))];
    }

    private static IEnumerable<XElement> Holders(XElement feed) => feed.Elements(Atom + "entry").Prepend(feed);

    private static bool IsDate(XElement element) => element.Name.LocalName is "updated" or "published";

    private static List<XElement> Relations(XElement holder, string relation) =>
        [.. holder.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == relation)];
}
