namespace Digest.Feeds.Opml;

/// <summary>
/// Writes OPML 2.0 (UTF-8, no BOM): one outline per feed, tags as categories; the same document gives the same bytes.
/// </summary>
public static class OpmlWriter
{
    /// <remarks>Feeds whose address is not absolute http or https are left out: no reader could follow them.</remarks>
    public static byte[] Write(OpmlDocument document)
    {
        using var xml = new FeedXmlWriter();
        xml.Start("opml");
        xml.Attribute("version", "2.0");
        xml.Start("head");
        xml.Element("title", HtmlText.OneLine(document.Title));
        xml.End();
        xml.Start("body");
        foreach (var feed in document.Feeds)
            Write(xml, feed);

        return xml.ToBytes();
    }

    private static void Write(FeedXmlWriter xml, OpmlFeed feed)
    {
        if (WrittenAddress.Of(feed.Url) is not { } address)
            return;

        var title = HtmlText.OneLine(feed.Title) is { Length: > 0 } given ? given : address;
        xml.Start("outline");

        // "rss" stands for feeds of every format; readers look for nothing else.
        xml.Attribute("type", "rss");
        xml.Attribute("text", title);
        xml.Attribute("title", title);
        xml.Attribute("xmlUrl", address);
        if (WrittenAddress.Of(feed.HomeUrl) is { } page)
            xml.Attribute("htmlUrl", page);
        if (feed.Language is { Length: > 0 } language)
            xml.Attribute("language", language);
        if (WrittenText.Lines(feed.Tags.Select(Category)).ToList() is { Count: > 0 } tags)
            xml.Attribute("category", string.Join(',', tags));

        xml.End();
    }

    // A comma would make two categories of one.
    private static string Category(string tag) => tag.Replace(',', ' ');
}
