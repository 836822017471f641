using System.Text.Json.Nodes;

namespace Digest.Commands;

/// <summary>Lists in JSON results.</summary>
internal static class JsonNodes
{
    public static JsonArray Array<T>(IEnumerable<T> values, Func<T, JsonNode?> write) => new([.. values.Select(write)]);

    public static JsonArray Texts(IEnumerable<string> texts) => Array(texts, text => JsonValue.Create(text));
}
