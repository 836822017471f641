namespace Digest.Feeds;

/// <summary>
/// Writes Atom 1.0 (RFC 4287; UTF-8, no BOM) by the rules of standards.md F2; the same document gives the same bytes.
/// </summary>
public static class AtomWriter
{
    public static byte[] Write(FeedDocument feed)
    {
        var updated = feed.Updated ?? LatestOf(feed.Entries);
        using var xml = new FeedXmlWriter();
        xml.Start("feed", FeedNamespaces.Atom);
        if (feed.Language is { } language)
            xml.Language(language);

        WriteFeed(xml, feed, updated);
        foreach (var entry in feed.Entries)
            WriteEntry(xml, entry, feed.Language, updated);

        return xml.ToBytes();
    }

    /// <summary>
    /// An empty feed without a date was last changed before all others: "now" would make new bytes each time.
    /// </summary>
    private static DateTimeOffset LatestOf(IReadOnlyList<FeedEntry> entries) => entries
        .Select(entry => entry.Updated ?? entry.Published ?? DateTimeOffset.UnixEpoch)
        .DefaultIfEmpty(DateTimeOffset.UnixEpoch)
        .Max();

    private static void WriteFeed(FeedXmlWriter xml, FeedDocument feed, DateTimeOffset updated)
    {
        xml.Element("id", feed.Id.Length > 0 ? feed.Id : feed.SelfUrl ?? feed.HomeUrl ?? "");
        xml.Element("title", feed.Title);
        xml.Element("subtitle", feed.Description.Length > 0 ? feed.Description : null);
        xml.Element("updated", FeedXmlWriter.Rfc3339(updated));
        WriteLink(xml, "self", "application/atom+xml", feed.SelfUrl);
        WriteLink(xml, "alternate", "text/html", feed.HomeUrl);

        // RFC 4287 §4.1.1 wants an author on the feed unless every entry has one.
        WriteAuthors(xml, feed.Authors.Count > 0 ? feed.Authors : [feed.Title]);
    }

    private static void WriteEntry(
        FeedXmlWriter xml, FeedEntry entry, string? feedLanguage, DateTimeOffset feedUpdated)
    {
        xml.Start("entry");
        if (entry.Language is { } language && language != feedLanguage)
            xml.Language(language);

        xml.Element("id", entry.Id);
        xml.Element("title", entry.Title);
        xml.Element("updated", FeedXmlWriter.Rfc3339(entry.Updated ?? entry.Published ?? feedUpdated));
        if (entry.Published is { } published)
            xml.Element("published", FeedXmlWriter.Rfc3339(published));

        WriteLink(xml, "alternate", "text/html", entry.Url);
        WriteAuthors(xml, entry.Authors);
        foreach (var tag in entry.Tags)
            WriteCategory(xml, tag);

        WriteText(xml, "summary", "text", entry.Summary);
        WriteText(xml, "content", "html", entry.ContentHtml);
        xml.End();
    }

    private static void WriteLink(FeedXmlWriter xml, string relation, string type, string? href)
    {
        if (href is null)
            return;

        xml.Start("link");
        xml.Attribute("rel", relation);
        xml.Attribute("type", type);
        xml.Attribute("href", href);
        xml.End();
    }

    private static void WriteAuthors(FeedXmlWriter xml, IReadOnlyList<string> authors)
    {
        foreach (var author in authors)
        {
            xml.Start("author");
            xml.Element("name", author);
            xml.End();
        }
    }

    private static void WriteCategory(FeedXmlWriter xml, string tag)
    {
        xml.Start("category");
        xml.Attribute("term", tag);
        xml.End();
    }

    private static void WriteText(FeedXmlWriter xml, string name, string type, string? text)
    {
        if (text is null)
            return;

        xml.Start(name);
        xml.Attribute("type", type);
        xml.Text(text);
        xml.End();
    }
}
