using Digest.Markup;

namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Finds the web addresses of a text in one pass, whether or not it is well-formed Markdown. An address ends at blank
/// space, at a bracket that was not opened in it, and where Chinese or Japanese text begins.
/// </summary>
internal static class AddressScanner
{
    private const int MostAddresses = 40;
    private const string Ends = "<>\"`|{}";

    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        var rest = text.AsSpan(0, Math.Min(text.Length, TextObjects.Reach));
        while (found.Count < MostAddresses && rest.IndexOf("://", StringComparison.Ordinal) is >= 0 and var colon)
        {
            var start = Start(rest, colon);
            var end = start < 0 ? colon + 3 : End(rest, colon + 3);
            if (start >= 0 && end > colon + 3)
                found.Add(rest[start..end].ToString());

            rest = rest[end..];
        }

        return found;
    }

    private static int Start(ReadOnlySpan<char> text, int colon)
    {
        var before = text[..colon];
        return before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? colon - 5
            : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? colon - 4
            : -1;
    }

    private static int End(ReadOnlySpan<char> text, int at)
    {
        var open = 0;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsWhiteSpace(character) || Ends.Contains(character, StringComparison.Ordinal)
                || (character >= '\u0100' && !Script.MayStandInAddress(text, at) && !IsUnseen(character)))
            {
                break;
            }

            open += character switch { '(' or '[' => 1, ')' or ']' => -1, _ => 0 };
            if (open < 0)
                break;
        }

        return at;
    }

    // It is cut off with what else a quotation left behind.
    private static bool IsUnseen(char character) => character is >= '\u200B' and <= '\u200F';
}
