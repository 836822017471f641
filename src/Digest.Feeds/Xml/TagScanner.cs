using System.Buffers;

namespace Digest.Feeds.Xml;

/// <summary>Finds where tags end, with quotes that are missing or misplaced.</summary>
internal sealed class TagScanner(string text, int end)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/><=\"'");
    private static readonly SearchValues<char> Marks = SearchValues.Create("<>\"'");

    public int EndOfName(int at)
    {
        var found = text.AsSpan(at, end - at).IndexOfAny(NameEnds);
        return found < 0 ? end : at + found;
    }

    /// <summary>Where the inside of a tag ends.</summary>
    /// <param name="at">The end of its name.</param>
    /// <param name="next">What comes after the tag; the same place if its '&gt;' is missing.</param>
    public int EndOfTag(int at, out int next)
    {
        while (at < end)
        {
            var found = text.AsSpan(at, end - at).IndexOfAny(Marks);
            if (found < 0)
                break;

            at += found;
            if (text[at] is '<' or '>')
            {
                next = text[at] == '>' ? at + 1 : at;
                return at;
            }

            at = FollowsEquals(at) ? EndOfValue(text, at, end) : at + 1;
        }

        next = end;
        return end;
    }

    /// <summary>
    /// The place behind the closing quote. A value that holds the end of its own tag and the start of another has lost
    /// its quote, and stops where the tag stops.
    /// </summary>
    public static int EndOfValue(string text, int quote, int end)
    {
        var close = text.AsSpan(quote + 1, end - quote - 1).IndexOf(text[quote]);
        var value = text.AsSpan(quote + 1, close < 0 ? end - quote - 1 : close);
        var tagEnd = value.IndexOf('>');
        if (tagEnd >= 0 && (close < 0 || IsTag(value[tagEnd..])) && value[..tagEnd].IndexOf('<') < 0)
            return quote + 1 + tagEnd;

        return close < 0 ? quote + 1 : quote + close + 2;
    }

    private static bool IsTag(ReadOnlySpan<char> rest)
    {
        var open = rest.IndexOf('<');
        var next = open >= 0 && open + 1 < rest.Length ? rest[open + 1] : '\0';
        return char.IsAsciiLetter(next) || next is '/' or '!';
    }

    private bool FollowsEquals(int at)
    {
        var before = at - 1;
        while (before > 0 && text[before] is ' ' or '\t' or '\r' or '\n')
            before--;

        return text[before] == '=';
    }
}
