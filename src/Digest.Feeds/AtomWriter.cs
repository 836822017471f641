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
        if (feed.Language is { Length: > 0 } language)
            xml.Language(language);
        if (feed.Paging is { IsArchive: true })
            xml.Declare("fh", FeedNamespaces.History);

        WriteFeed(xml, feed, updated);
        foreach (var entry in feed.Entries)
            WriteEntry(xml, entry, feed, updated);

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
        var title = WrittenText.TitleOf(feed);
        xml.Element("id", AtomId.Of(IdOf(feed), ""));
        xml.Element("title", title);
        xml.Element("subtitle", feed.Description.Length > 0 ? feed.Description : null);
        xml.Element("updated", FeedXmlWriter.Rfc3339(updated));
        foreach (var (relation, type, address) in FeedRelations.Of(feed, "application/atom+xml"))
            WriteLink(xml, relation, type, address);

        WriteLink(xml, "alternate", "text/html", WrittenAddress.Of(feed.HomeUrl));
        if (feed.Paging is { IsArchive: true })
            xml.Mark("fh", "archive", FeedNamespaces.History);

        // RFC 4287 §4.1.1 wants an author on the feed unless every entry has one.
        WriteAuthors(xml, WrittenText.Lines(feed.Authors).DefaultIfEmpty(title));
    }

    private static string IdOf(FeedDocument feed) =>
        feed.Id.Length > 0 ? feed.Id : feed.SelfUrl ?? feed.HomeUrl ?? feed.Title;

    private static void WriteEntry(FeedXmlWriter xml, FeedEntry entry, FeedDocument feed, DateTimeOffset feedUpdated)
    {
        xml.Start("entry");
        if (entry.Language is { Length: > 0 } language && language != feed.Language)
            xml.Language(language);

        xml.Element("id", AtomId.Of(entry.Id, IdOf(feed)));
        xml.Element("title", WrittenText.TitleOf(entry));
        xml.Element("updated", FeedXmlWriter.Rfc3339(entry.Updated ?? entry.Published ?? feedUpdated));
        if (entry.Published is { } published)
            xml.Element("published", FeedXmlWriter.Rfc3339(published));

        var address = WrittenAddress.Of(entry.Url);
        WriteLink(xml, "alternate", "text/html", address);
        WriteAuthors(xml, WrittenText.Lines(entry.Authors));
        foreach (var tag in WrittenText.Lines(entry.Tags))
            WriteCategory(xml, tag);

        WriteTexts(xml, entry, address);
        xml.End();
    }

    /// <summary>An entry that links nowhere must have content (RFC 4287 §4.1.2).</summary>
    private static void WriteTexts(FeedXmlWriter xml, FeedEntry entry, string? address)
    {
        WriteText(xml, "summary", "text", entry.Summary);
        if (entry.ContentHtml is not null)
            WriteText(xml, "content", "html", entry.ContentHtml);
        else if (address is null)
            WriteText(xml, "content", "text", entry.Summary ?? WrittenText.TitleOf(entry));
    }

    private static void WriteLink(FeedXmlWriter xml, string relation, string? type, string? href)
    {
        if (href is null)
            return;

        xml.Start("link");
        xml.Attribute("rel", relation);
        if (type is not null)
            xml.Attribute("type", type);
        xml.Attribute("href", href);
        xml.End();
    }

    private static void WriteAuthors(FeedXmlWriter xml, IEnumerable<string> authors)
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
