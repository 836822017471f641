using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Compose;

/// <summary>The spelling of addresses: what quotation leaves on them, and how octets are escaped in them.</summary>
internal static partial class AddressText
{
    private const string Closers = ".,;:'\"”’。，、；：！？》〉」』】）";
    private const int LongestAddress = 4000;

    /// <summary>The address without what text around it left behind.</summary>
    public static string Clean(string url)
    {
        // No page needs so many characters, and every step below would take them all.
        if (url.Length > LongestAddress)
            return "";

        var visible = url.AsSpan().ContainsAnyExceptInRange('!', '~') || url.Contains('\\', StringComparison.Ordinal)
            ? Visible(url)
            : url;
        return visible[..End(visible)];
    }

    /// <summary>
    /// RFC 3986 §6.2.2: hexadecimal digits in upper case, and unreserved characters as themselves. An escaped
    /// character that is not seen is dropped as one that is not escaped would be.
    /// </summary>
    public static string Escapes(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;

        var output = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '%' || at + 2 >= text.Length || Octet(text, at + 1) is not { } octet)
            {
                output.Append(text[at]);
                continue;
            }

            if (char.IsAsciiLetterOrDigit((char)octet) || octet is '-' or '.' or '_' or '~')
                output.Append((char)octet);
            else
                output.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            at += 2;
        }

        return Unseen().Replace(output.ToString(), "");
    }

    /// <summary>The text that percent-encoding stands for; octets that are no UTF-8 become U+FFFD.</summary>
    public static string Decode(string text) =>
        text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;

    private static int? Octet(string text, int at) =>
        char.IsAsciiHexDigit(text[at]) && char.IsAsciiHexDigit(text[at + 1])
            ? int.Parse(text.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : null;

    private static string Visible(string url)
    {
        var output = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                output.Append(rune);
            }
        }

        // Markdown escapes an underscore; a browser would read the backslash as a slash.
        return output.Replace("\\_", "_").Replace("\\*", "*").Replace("\\~", "~").ToString().Trim();
    }

    private static int End(string url)
    {
        var end = url.Length;
        while (end > 0 && (Closers.Contains(url[end - 1], StringComparison.Ordinal) || IsLoneBracket(url, end)))
            end--;

        return end;
    }

    private static bool IsLoneBracket(string url, int end)
    {
        var text = url.AsSpan(0, end);
        return text[^1] switch
        {
            ')' => text.Count('(') < text.Count(')'),
            ']' => text.Count('[') < text.Count(']'),
            '>' => true,
            _ => false,
        };
    }

    // Direction marks, joiners of nothing, the byte order mark: in UTF-8, escaped.
    [GeneratedRegex("%E2%80%(?:8[B-F]|A[A-E])|%E2%81%A[0-9]|%EF%BB%BF")]
    private static partial Regex Unseen();
}
