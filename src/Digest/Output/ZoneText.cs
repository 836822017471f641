namespace Digest.Output;

/// <summary>TXT records as a zone file has them (RFC 1035 §5.1).</summary>
public static class ZoneText
{
    // RFC 1035 §3.3: one character-string has at most 255 octets.
    private const int MaxString = 255;

    /// <summary>The strings of a text in ASCII; readers join them without a space.</summary>
    public static IReadOnlyList<string> Strings(string text) =>
        [.. text.Chunk(MaxString).Select(part => new string(part))];

    /// <summary>The record on one line.</summary>
    public static string Txt(string name, string text) =>
        $"{name}. IN TXT ( {string.Join(' ', Strings(text).Select(Quote))} )";

    private static string Quote(string text) => '"'
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
