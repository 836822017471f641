using System.Text.Json;

namespace Digest.Feeds;

/// <summary>A JSON object whose members may be missing or of any kind: what does not fit is not there.</summary>
internal sealed class JsonObject
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    public JsonObject(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;

        foreach (var member in element.EnumerateObject())
        {
            // A name with half a surrogate pair cannot be read; it is none of ours either.
            if (TryRead(() => member.Name) is { } name)
                _members[name] = member.Value;
        }
    }

    /// <summary>A member as text; numbers too, since some write ids as numbers. Null if it is empty.</summary>
    public string? Text(string name) =>
        _members.TryGetValue(name, out var value) && TextOf(value) is { Length: > 0 } text ? text : null;

    /// <summary>The texts of a list, or the one text that stands in its place.</summary>
    public IEnumerable<string> Texts(string name) => Members(name).Select(TextOf).OfType<string>();

    /// <summary>The objects of a list, or the one object that stands in its place.</summary>
    public IReadOnlyList<JsonObject> Objects(string name) =>
    [
        .. Members(name)
            .Where(value => value.ValueKind == JsonValueKind.Object)
            .Select(value => new JsonObject(value)),
    ];

    private JsonElement[] Members(string name) => !_members.TryGetValue(name, out var value)
        ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TryRead(value.GetString),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? TryRead(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
