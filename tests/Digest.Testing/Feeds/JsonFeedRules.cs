using System.Text.Json;
using System.Text.Json.Nodes;

namespace Digest.Testing.Feeds;

/// <summary>JSON Feed 1.1: a rule each.</summary>
public static class JsonFeedRules
{
    private static readonly string[] Addresses = ["home_page_url", "feed_url", "next_url", "url"];

    private static readonly FeedRule<JsonObject>[] All =
    [
        new("version", feed => Text(feed, "version") == "https://jsonfeed.org/version/1.1" ? [] : ["is another"]),
        new("title", feed => string.IsNullOrWhiteSpace(Text(feed, "title")) ? ["is missing"] : []),
        new("items", feed => feed["items"] is JsonArray ? [] : ["is no list"]),
        new("feed_url", feed => FeedFacts.IsWebAddress(Text(feed, "feed_url")) ? [] : ["is missing"]),
        new("address", feed => from holder in Items(feed).Prepend(feed)
                               from key in Addresses
                               let address = Text(holder, key)
                               where holder.ContainsKey(key) && !FeedFacts.IsWebAddress(address)
                               select address),
        new("next", feed => feed.ContainsKey("next_url") && Text(feed, "next_url") == Text(feed, "feed_url")
            ? ["leads to itself"] : []),
        new("identity", feed => Items(feed).Select(item => Text(item, "id")).Where(id => !FeedFacts.IsIdentity(id))),
        new("double", feed => FeedFacts.Doubles(Items(feed).Select(item => Text(item, "id")))),
        new("content", feed => Items(feed)
            .Where(item => !item.ContainsKey("content_html") && !item.ContainsKey("content_text"))
            .Select(_ => "is missing")),
        new("html", feed => Items(feed).SelectMany(item => FeedFacts.RelativeAddresses(Text(item, "content_html")))),
        new("date", feed => from item in Items(feed)
                            from key in new[] { "date_published", "date_modified" }
                            let text = Text(item, key)
                            where item.ContainsKey(key) && !FeedFacts.IsRfc3339(text)
                            select text),
        new("authors", feed => Items(feed).Prepend(feed).SelectMany(holder => Objects(holder, "authors"))
            .Where(author => string.IsNullOrWhiteSpace(Text(author, "name"))).Select(_ => "no name")),
        new("language", feed => Items(feed).Prepend(feed).Where(holder => holder.ContainsKey("language"))
            .Select(holder => Text(holder, "language")).Where(tag => !FeedFacts.IsLanguage(tag))),
        new("hubs", feed => feed.ContainsKey("hubs") && Objects(feed, "hubs").ToList() is var hubs && (hubs.Count == 0
            || hubs.Any(hub => Text(hub, "type").Length == 0 || !FeedFacts.IsWebAddress(Text(hub, "url"))))
                ? ["a hub has a type and an address"] : []),
        new("null", feed => feed.ToJsonString().Contains(":null", StringComparison.Ordinal) ? ["says nothing"] : []),
    ];

    public static IReadOnlyList<string> Names => [.. All.Select(rule => rule.Name)];

    public static IReadOnlyList<string> Faults(ReadOnlySpan<byte> bytes)
    {
        var feed = JsonSerializer.Deserialize<JsonObject>(bytes)!;
        return [.. All.SelectMany(rule => rule.Check(feed))];
    }

    private static string Text(JsonObject holder, string key) =>
        holder[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static IEnumerable<JsonObject> Items(JsonObject feed) => Objects(feed, "items");

    private static IEnumerable<JsonObject> Objects(JsonObject holder, string key) =>
        holder[key] is JsonArray list ? list.OfType<JsonObject>() : [];
}
