using System.Text.Json;
using Digest.Feeds;

namespace Digest.Gather.Json;

/// <summary>
/// Parts of a service's JSON answer, where anything may be missing, null or of another kind: what does not fit is not
/// there. Parts of a part that is not there are not there either.
/// </summary>
internal static class JsonParts
{
    /// <returns>A part that is not there if the bytes are no JSON.</returns>
    public static JsonElement TryParse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A member; of kind <see cref="JsonValueKind.Undefined"/> if there is none or it is null.</summary>
    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && TryRead(() => Find(element, name)) is { } part
            && part.ValueKind != JsonValueKind.Null
            ? part
            : default;

    /// <summary>A text that is not blank, or a number as it is written; null otherwise.</summary>
    public static string? Text(this JsonElement element, string name) => element.Part(name).AsText();

    /// <inheritdoc cref="Text"/>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return value.GetRawText();

        return value.ValueKind == JsonValueKind.String && TryRead(value.GetString) is { } text
            && !string.IsNullOrWhiteSpace(text)
                ? text
                : null;
    }

    public static long? Number(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>The same where it counts something: null for what nobody can count.</summary>
    public static int? Count(this JsonElement element, string name) =>
        element.Number(name) is >= 0 and <= int.MaxValue and var count ? (int)count : null;

    /// <summary>True only for <c>true</c>.</summary>
    public static bool Flag(this JsonElement element, string name) =>
        element.Part(name).ValueKind == JsonValueKind.True;

    public static bool IsObject(this JsonElement value) => value.ValueKind == JsonValueKind.Object;

    public static bool IsList(this JsonElement value) => value.ValueKind == JsonValueKind.Array;

    public static bool Has(this JsonElement element, string name) =>
        element.Part(name).ValueKind != JsonValueKind.Undefined;

    /// <summary>True for a flag in either manner: there whatever its value, unless that is <c>false</c>.</summary>
    public static bool IsSet(this JsonElement element, string name) =>
        element.Has(name) && element.Part(name).ValueKind != JsonValueKind.False;

    /// <summary>A moment as ISO 8601 writes it; UTC where it names no zone.</summary>
    public static DateTimeOffset? Moment(this JsonElement element, string name) =>
        FeedDate.TryParse(element.Text(name), TimeZoneInfo.Utc, out var moment) ? moment : null;

    /// <summary>The members of a list; none if it is no list.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name) =>
        element.Part(name).Entries();

    /// <inheritdoc cref="List"/>
    public static IReadOnlyList<JsonElement> Entries(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    /// <summary>The members of an object with their names; none if it is no object.</summary>
    public static IEnumerable<(string Name, JsonElement Value)> Members(this JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject()
                .Select(member => (Name: TryRead(() => member.Name), member.Value))
                .Where(member => member.Name is not null)
                .Select(member => (member.Name!, member.Value))
            : [];

    /// <summary>The texts of a list; each may stand in an object as its <paramref name="member"/>.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name, string member) =>
        element.List(name).Select(one => one.AsText() ?? one.Text(member)).OfType<string>();

    /// <summary>A whole http or https address without a user name in it; null for any other text.</summary>
    public static string? Address(this JsonElement element, string name) =>
        Uri.TryCreate(element.Text(name), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri
            : null;

    private static JsonElement? Find(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    // Half a surrogate pair can be written in JSON and not be read as text.
    private static T? TryRead<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
