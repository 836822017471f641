using System.Buffers;
using System.Text;

namespace Digest.Deliver;

/// <summary>Text of feeds, readers and editors on its way into a header field.</summary>
internal static class HeaderText
{
    // Most texts hold none of these, and are not copied.
    private static readonly SearchValues<char> Looked = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(IsLooked)]);

    /// <summary>
    /// Line breaks become spaces, and the marks that turn the direction of text, with which a subject could show what
    /// it does not say, go (standards.md §5.5).
    /// </summary>
    public static string OneLine(string text)
    {
        if (text.AsSpan().IndexOfAny(Looked) < 0)
            return text.Trim();

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                result.Append(' ');
            else if (rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
                result.Append(rune);
        }

        return result.ToString().Trim();
    }

    /// <summary>For fields of tokens: what is neither an ASCII letter nor a digit, dot or underscore becomes a
    /// hyphen.</summary>
    public static string Token(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));

    private static bool IsLooked(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is >= '\u2028' and <= '\u2069';
}
