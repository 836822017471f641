using System.Text.Json;

namespace Digest.IntegrationTests.Feeds.Gofeed;

/// <summary>
/// Flattens gofeed's JSON. It comes in four shapes: the universal feed, and one for each format, whose names are
/// translated to those of the universal one here, as gofeed's own translators do.
/// </summary>
internal static class GofeedExpectations
{
    /// <summary>The same thing under the name that the universal feed has for it.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["subtitle"] = "description", ["tagline"] = "description", ["rights"] = "copyright", ["logo"] = "image",
        ["home_page_url"] = "link", ["feed_url"] = "feedLink", ["id"] = "guid", ["summary"] = "description",
        ["lastBuildDateParsed"] = "updatedParsed", ["pubDateParsed"] = "publishedParsed", ["url"] = "link",
        ["content_html"] = "content", ["tags"] = "categories", ["feedVersion"] = "version",
    };

    public static IReadOnlyDictionary<string, string> Of(JsonElement feed)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in feed.EnumerateObject())
        {
            if (member.Name is "items" or "entries")
            {
                found["items"] = $"{member.Value.GetArrayLength()}";
                foreach (var (i, item) in member.Value.EnumerateArray().Index())
                    AddMembers(item, $"item {i} ", found);
            }
            else
                Add(member, "feed ", found);
        }

        return found;
    }

    private static void AddMembers(JsonElement item, string path, SortedDictionary<string, string> found)
    {
        foreach (var member in item.EnumerateObject())
            Add(member, path, found);
    }

    private static void Add(JsonProperty member, string path, SortedDictionary<string, string> found)
    {
        var name = Names.GetValueOrDefault(member.Name, member.Name);
        var value = member.Value;
        switch (name)
        {
            case "image":
                AddIf(found, $"{path}image", Text(value, "url") ?? Text(value));
                AddIf(found, $"{path}image title", Text(value, "title"));
                break;
            case "authors" or "contributors":
                AddIf(found, path + name, Joined(value, Person));
                break;
            case "categories":
                AddIf(found, path + name, Joined(value, Category));
                break;
            case "links":
                AddIf(found, path + name, Joined(value, link => Text(link) ?? Text(link, "href") ?? ""));
                break;
            case "enclosures":
                AddIf(found, path + name, Joined(value, File));
                break;
            case "source":
                AddIf(found, $"{path}source title", Text(value, "title"));
                AddIf(found, $"{path}source id", Text(value, "id"));
                AddIf(found, $"{path}source link", Text(value, "url"));
                break;
            case "skipHours" or "skipDays":
                AddIf(found, path + name, Joined(value, Text));
                break;
            default:
                AddIf(found, path + name, Text(value) ?? Text(value, "value"));
                break;
        }
    }

    private static void AddIf(SortedDictionary<string, string> found, string path, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            found[path] = text;
    }

    private static string Joined(JsonElement list, Func<JsonElement, string?> text) =>
        string.Join(" | ", list.EnumerateArray().Select(text).Where(one => !string.IsNullOrEmpty(one)));

    private static string Person(JsonElement person) =>
        $"{Text(person, "name")} <{Text(person, "email")}> {Text(person, "uri") ?? Text(person, "url")}";

    private static string? Category(JsonElement category) =>
        Text(category) ?? Text(category, "label") ?? Text(category, "value") ?? Text(category, "term");

    private static string File(JsonElement file) =>
        $"{Text(file, "url")} {Text(file, "type")} {Text(file, "length")}";

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };
}
