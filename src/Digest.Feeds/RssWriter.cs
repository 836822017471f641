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
        xml.Start("channel");
        WriteChannel(xml, feed);
        foreach (var entry in feed.Entries)
            WriteItem(xml, entry, feed.Language);

        return xml.ToBytes();
    }

    private static void WriteChannel(FeedXmlWriter xml, FeedDocument feed)
    {
        xml.Element("title", feed.Title);
        xml.Element("link", feed.HomeUrl ?? feed.SelfUrl ?? "");

        // Required by RSS 2.0, so a feed without one repeats its title.
        xml.Element("description", HtmlText.Escape(feed.Description.Length > 0 ? feed.Description : feed.Title));
        xml.Element("language", feed.Language?.ToLowerInvariant());
        if (feed.Updated is { } updated)
            xml.Element("lastBuildDate", FeedXmlWriter.Rfc822(updated));

        xml.Element("ttl", TimeToLiveMinutes.ToString(CultureInfo.InvariantCulture));
        if (feed.SelfUrl is { } self)
            WriteSelfLink(xml, self);

        foreach (var author in feed.Authors)
            xml.Element("dc", "creator", FeedNamespaces.DublinCore, author);
    }

    private static void WriteSelfLink(FeedXmlWriter xml, string self)
    {
        xml.StartPrefixed("atom", "link", FeedNamespaces.Atom);
        xml.Attribute("href", self);
        xml.Attribute("rel", "self");
        xml.Attribute("type", "application/rss+xml");
        xml.End();
    }

    private static void WriteItem(FeedXmlWriter xml, FeedEntry entry, string? feedLanguage)
    {
        xml.Start("item");
        if (entry.Language is { } language && language != feedLanguage)
            xml.Language(language);

        xml.Element("title", entry.Title);
        xml.Element("link", entry.Url);
        xml.Start("guid");
        xml.Attribute("isPermaLink", "false");
        xml.Text(entry.Id);
        xml.End();
        if ((entry.Published ?? entry.Updated) is { } date)
            xml.Element("pubDate", FeedXmlWriter.Rfc822(date));

        foreach (var author in entry.Authors)
            xml.Element("dc", "creator", FeedNamespaces.DublinCore, author);
        foreach (var tag in entry.Tags)
            xml.Element("category", tag);

        // Readers take a description for HTML, so plain text is escaped once more than XML asks for.
        xml.Element("description", entry.Summary is null ? null : HtmlText.Escape(entry.Summary));
        xml.Element("content", "encoded", FeedNamespaces.Content, entry.ContentHtml);
        xml.End();
    }
}
