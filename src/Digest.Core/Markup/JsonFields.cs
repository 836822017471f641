using System.Text;
using System.Text.Json;

namespace Digest.Markup;

/// <summary>Hugo's third form: a JSON object at the very beginning of the text.</summary>
internal static class JsonFields
{
    private const int LongestObject = 64 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Null if no JSON object begins there: a Liquid or Handlebars tag, or prose.</summary>
    public static FrontMatterResult? Read(string text, TextLine first)
    {
        var start = text.IndexOf('{', first.Start);
        var window = text.AsSpan(start, Math.Min(text.Length - start, LongestObject));
        var bytes = new byte[Encoding.UTF8.GetByteCount(window)];
        Encoding.UTF8.GetBytes(window, bytes);
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
            using var document = JsonDocument.ParseValue(ref reader);
            var length = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, (int)reader.BytesConsumed));
            return Collect(document.RootElement, first.Number).ToResult(AfterLineEnd(text, start + length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FrontMatterFields Collect(JsonElement root, int line)
    {
        var fields = new FrontMatterFields();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
                fields.Warn(line, $"'{property.Name}' is a map; left out");
            else if (property.Value.ValueKind == JsonValueKind.Array)
                fields.Add(property.Name, property.Value.EnumerateArray().Select(Text), line);
            else
                fields.Add(property.Name, [Text(property.Value)], line);
        }

        return fields;
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => "",
    };

    // A lone surrogate written as an escape is valid JSON and no valid string.
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static int AfterLineEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;

        if (end < text.Length && text[end] == '\r')
            end++;

        return end < text.Length && text[end] == '\n' ? end + 1 : end;
    }
}
