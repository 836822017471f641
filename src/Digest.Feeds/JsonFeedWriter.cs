using System.Text.Encodings.Web;
using System.Text.Json;

namespace Digest.Feeds;

/// <summary>
/// Writes JSON Feed 1.1 (UTF-8, no BOM) by the rules of standards.md F3; the same document gives the same bytes.
/// </summary>
public static class JsonFeedWriter
{
    // Relaxed: the file is served as application/feed+json and never pasted into HTML, and Chinese stays readable.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(FeedDocument feed)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
            WriteFeed(json, feed);

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void WriteFeed(Utf8JsonWriter json, FeedDocument feed)
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        WriteText(json, "title", WrittenText.TitleOf(feed));
        WriteText(json, "home_page_url", WrittenAddress.Of(feed.HomeUrl));
        WriteText(json, "feed_url", WrittenAddress.Of(feed.SelfUrl));
        WriteText(json, "next_url", feed.Paging?.OlderUrl);
        WriteText(json, "description", feed.Description.Length > 0 ? feed.Description : null);
        WriteText(json, "language", feed.Language is { Length: > 0 } ? feed.Language : null);
        WriteAuthors(json, [.. WrittenText.Lines(feed.Authors)]);
        if (WrittenAddress.Of(feed.HubUrl) is { } hub)
            WriteHub(json, hub);

        json.WriteStartArray("items");
        foreach (var entry in feed.Entries)
            WriteItem(json, entry, feed.Language);

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry, string? feedLanguage)
    {
        json.WriteStartObject();
        WriteText(json, "id", entry.Id);
        WriteText(json, "url", WrittenAddress.Of(entry.Url));
        WriteText(json, "title", WrittenText.TitleOf(entry) is { Length: > 0 } title ? title : null);
        WriteText(json, "summary", entry.Summary);
        WriteText(json, "content_html", entry.ContentHtml);

        // JSON Feed asks for one of the two contents.
        if (entry.ContentHtml is null)
            WriteText(json, "content_text", entry.Summary ?? "");
        WriteDate(json, "date_published", entry.Published);
        WriteDate(json, "date_modified", entry.Updated);
        WriteAuthors(json, [.. WrittenText.Lines(entry.Authors)]);
        WriteTags(json, [.. WrittenText.Lines(entry.Tags)]);
        var isForeign = entry.Language is { Length: > 0 } && entry.Language != feedLanguage;
        WriteText(json, "language", isForeign ? entry.Language : null);
        json.WriteEndObject();
    }

    private static void WriteHub(Utf8JsonWriter json, string address)
    {
        json.WriteStartArray("hubs");
        json.WriteStartObject();
        json.WriteString("type", "WebSub");
        WriteText(json, "url", address);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, XmlText.Clean(text));
    }

    private static void WriteDate(Utf8JsonWriter json, string name, DateTimeOffset? date)
    {
        if (date is { } known)
            json.WriteString(name, FeedXmlWriter.Rfc3339(known));
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> authors)
    {
        if (authors.Count == 0)
            return;

        json.WriteStartArray("authors");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            WriteText(json, "name", author);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
            return;

        json.WriteStartArray("tags");
        foreach (var tag in tags)
            json.WriteStringValue(XmlText.Clean(tag));

        json.WriteEndArray();
    }
}
