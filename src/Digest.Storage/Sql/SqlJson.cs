using System.Text.Encodings.Web;
using System.Text.Json;

namespace Digest.Storage.Sql;

/// <summary>Values that are kept whole and never searched inside.</summary>
internal static class SqlJson
{
    // The text goes into a column and nowhere near HTML, so Chinese stays readable and short.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new JsonException("The stored value is null.");
}
