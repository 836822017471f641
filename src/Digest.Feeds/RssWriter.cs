using System.Globalization;

namespace Digest.Feeds;

/// <summary>
/// Writes RSS 2.0 (UTF-8, no BOM) by the rules of standards.md F1; the same document gives the same bytes.
/// </summary>
public static class RssWriter
{
    /// <summary>How long a reader may wait before it asks again.</summary>
    private const int TimeToLiveMinutes = 60;

    public static byte[] Write(FeedDocument feed)
    {
        using var xml = new FeedXmlWriter();
        xml.Start("rss");
        xml.Attribute("version", "2.0");
        xml.Declare("atom", FeedNamespaces.Atom);
        xml.Declare("content", FeedNamespaces.Content);
        xml.Declare("dc", FeedNamespaces.DublinCore);
        if (feed.Paging is { IsArchive: true })
            xml.Declare("fh", FeedNamespaces.History);

        xml.Start("channel");
        WriteChannel(xml, feed);
        foreach (var entry in feed.Entries)
            WriteItem(xml, entry, feed.Language);

        return xml.ToBytes();
    }

    private static void WriteChannel(FeedXmlWriter xml, FeedDocument feed)
    {
        var title = WrittenText.TitleOf(feed);
        xml.Element("title", title);
        xml.Element("link", WrittenAddress.Of(feed.HomeUrl) ?? WrittenAddress.Of(feed.SelfUrl) ?? "");

        // Required by RSS 2.0, so a feed without one repeats its title.
        xml.Element("description", HtmlText.Escape(feed.Description.Length > 0 ? feed.Description : title));
        xml.Element("language", feed.Language is { Length: > 0 } language ? language.ToLowerInvariant() : null);
        if (feed.Updated is { } updated)
            xml.Element("lastBuildDate", FeedXmlWriter.Rfc822(updated));

        xml.Element("ttl", TimeToLiveMinutes.ToString(CultureInfo.InvariantCulture));
        foreach (var (relation, type, address) in FeedRelations.Of(feed, "application/rss+xml"))
            WriteRelation(xml, relation, type, address);
        if (feed.Paging is { IsArchive: true })
            xml.Mark("fh", "archive", FeedNamespaces.History);

        foreach (var author in WrittenText.Lines(feed.Authors))
            xml.Element("dc", "creator", FeedNamespaces.DublinCore, author);
    }

    private static void WriteRelation(FeedXmlWriter xml, string relation, string? type, string address)
    {
        xml.StartPrefixed("atom", "link", FeedNamespaces.Atom);
        xml.Attribute("href", address);
        xml.Attribute("rel", relation);
        if (type is not null)
            xml.Attribute("type", type);
        xml.End();
    }

    private static void WriteItem(FeedXmlWriter xml, FeedEntry entry, string? feedLanguage)
    {
        xml.Start("item");
        if (entry.Language is { Length: > 0 } language && language != feedLanguage)
            xml.Language(language);

        // An item has a title or a description; where there is no title an empty one would hide that.
        xml.Element("title", WrittenText.TitleOf(entry) is { Length: > 0 } title ? title : null);
        xml.Element("link", WrittenAddress.Of(entry.Url));
        xml.Start("guid");
        xml.Attribute("isPermaLink", "false");
        xml.Text(entry.Id);
        xml.End();
        if ((entry.Published ?? entry.Updated) is { } date)
            xml.Element("pubDate", FeedXmlWriter.Rfc822(date));

        foreach (var author in WrittenText.Lines(entry.Authors))
            xml.Element("dc", "creator", FeedNamespaces.DublinCore, author);
        foreach (var tag in WrittenText.Lines(entry.Tags))
            xml.Element("category", tag);

        WriteTexts(xml, entry);
        xml.End();
    }

    private static void WriteTexts(FeedXmlWriter xml, FeedEntry entry)
    {
        // Readers take a description for HTML, so plain text is escaped once more than XML asks for. An entry without
        // a title needs one, and readers that know nothing else show it.
        var isUntitled = WrittenText.TitleOf(entry).Length == 0;
        xml.Element("description", entry.Summary is { } summary
            ? HtmlText.Escape(summary)
            : isUntitled ? entry.ContentHtml : null);
        xml.Element("content", "encoded", FeedNamespaces.Content, entry.ContentHtml);
    }
}
