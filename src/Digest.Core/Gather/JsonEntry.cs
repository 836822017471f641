using System.Text.Json;

namespace Digest.Gather;

/// <summary>
/// One value of a service's JSON, read with distrust: what is missing, null or of another type is as if it were not
/// there.
/// </summary>
internal readonly record struct JsonEntry(JsonElement Element)
{
    /// <returns>An entry with nothing in it if the bytes are no JSON.</returns>
    public static JsonEntry TryParse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new JsonEntry(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return default;
        }
    }

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool IsList => Element.ValueKind == JsonValueKind.Array;

    /// <summary>The value itself as text; null if it is none or has nothing but spaces.</summary>
    public string? AsText
    {
        get
        {
            if (Element.ValueKind == JsonValueKind.Number)
                return Element.GetRawText();
            if (Element.ValueKind != JsonValueKind.String)
                return null;

            return Unescaped(Element.GetString) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
    }

    /// <summary>A member that is text or a number.</summary>
    public string? Text(string name) => Member(name).AsText;

    public long? Number(string name) =>
        Member(name).Element is { ValueKind: JsonValueKind.Number } element && element.TryGetInt64(out var number)
            ? number
            : null;

    public bool Flag(string name) => Member(name).Element.ValueKind == JsonValueKind.True;

    public JsonEntry Member(string name)
    {
        try
        {
            return IsObject && Element.TryGetProperty(name, out var member) ? new JsonEntry(member) : default;
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    /// <summary>The values of a list; none if it is no list.</summary>
    public IEnumerable<JsonEntry> Values() =>
        IsList ? Element.EnumerateArray().Select(value => new JsonEntry(value)) : [];

    /// <summary>The values of an object with their names; none if it is no object.</summary>
    public IEnumerable<(string Name, JsonEntry Value)> Members() => IsObject
        ? Element.EnumerateObject()
            .Select(member => (Name: Unescaped(() => member.Name), Value: new JsonEntry(member.Value)))
            .Where(member => member.Name is not null)
            .Select(member => (member.Name!, member.Value))
        : [];

    // A lone surrogate written as an escape is valid JSON and no valid string, in names as in values.
    private static string? Unescaped(Func<string?> read)
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
