using System.Xml.Linq;

namespace Digest.Testing.Feeds;

/// <summary>The RSS 2.0 that strict readers take: a rule each.</summary>
public static class RssRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    private static readonly FeedRule<XElement>[] All =
    [
        new("root", rss => rss.Name == "rss" && (string?)rss.Attribute("version") == "2.0"
            && rss.Elements().Count() == 1 && rss.Element("channel") is not null ? [] : ["is no rss 2.0 channel"]),
        new("channel", rss => new[] { "title", "link", "description" }
            .Where(name => string.IsNullOrWhiteSpace(Single(Channel(rss), name)))),
        new("language", rss => Channel(rss).Elements("language").Select(language => language.Value)
            .Where(tag => !FeedFacts.IsLanguage(tag) || tag.Any(char.IsUpper))),
        new("date", rss => rss.Descendants().Where(IsDate).Select(date => date.Value)
            .Where(text => !FeedFacts.IsRfc822(text))),
        new("ttl", rss => Channel(rss).Elements("ttl").Select(ttl => ttl.Value)
            .Where(text => !int.TryParse(text, out var minutes) || minutes <= 0)),
        new("self", rss => Relations(rss, "self") is [var self]
            && (string?)self.Attribute("type") == "application/rss+xml" ? [] : ["not one link to itself"]),
        new("address", rss => Addresses(rss).Where(address => !FeedFacts.IsWebAddress(address))),
        new("html", rss => rss.Descendants(Content + "encoded")
            .SelectMany(html => FeedFacts.RelativeAddresses(html.Value))),
        new("title", rss => rss.Descendants("title").Select(title => title.Value)
            .Where(title => !FeedFacts.IsLine(title))),
        new("item", rss => rss.Descendants("item")
            .Where(item => item.Element("title") is null && item.Element("description") is null)
            .Select(_ => "neither title nor description")),
        new("identity", rss => rss.Descendants("item").Select(item => item.Element("guid")).Where(guid =>
            guid is null || (string?)guid.Attribute("isPermaLink") != "false" || !FeedFacts.IsIdentity(guid.Value))
            .Select(guid => guid?.Value ?? "none")),
        new("double", rss => FeedFacts.Doubles(rss.Descendants("guid").Select(guid => guid.Value))),
        new("author", rss => rss.Descendants("author").Select(author => author.Value)
            .Where(text => !text.Contains('@'))),
        new("enclosure", rss => rss.Descendants("item").Where(item => item.Elements("enclosure").Skip(1).Any())
            .Select(_ => "more than one")),
        new("archive", rss => ArchiveRules.Faults(Channel(rss), Channel(rss).Elements(Atom + "link"))),
    ];

    public static IReadOnlyList<string> Names => [.. All.Select(rule => rule.Name)];

    public static IReadOnlyList<string> Faults(ReadOnlySpan<byte> bytes)
    {
        var root = FeedXml.RootOf(bytes);
        return [.. All.SelectMany(rule => rule.Check(root))];
    }

    private static XElement Channel(XElement rss) => rss.Element("channel") ?? new XElement("channel");

    private static string? Single(XElement parent, string name) =>
        parent.Elements(name).ToList() is [var only] ? only.Value : null;

    private static bool IsDate(XElement element) => element.Name.LocalName is "pubDate" or "lastBuildDate";

    private static List<XElement> Relations(XElement rss, string relation) =>
        [.. Channel(rss).Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") == relation)];

    private static IEnumerable<string> Addresses(XElement rss) => rss.Descendants("link").Select(link => link.Value)
        .Concat(rss.Descendants(Atom + "link").Select(link => (string?)link.Attribute("href") ?? ""));
}
