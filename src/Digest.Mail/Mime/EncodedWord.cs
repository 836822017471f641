using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// RFC 2047 encoded-words in UTF-8. A word has at most 75 characters and holds whole characters; it ends between
/// graphemes wherever one fits, so that a reader who shows words one by one never splits an emoji or an accent.
/// </summary>
internal static class EncodedWord
{
    private const int MaxLength = 75;
    private const int MaxGrapheme = 60;
    private const string PrefixQ = "=?utf-8?Q?";
    private const string PrefixB = "=?utf-8?B?";
    private const string Suffix = "?=";
    private const int Overhead = 12;

    /// <summary>
    /// Splits and encodes; white space between the words is not part of the text (§6.2). The first word keeps to
    /// <paramref name="firstRoom"/> columns, what the header's name leaves of its line, or to 60 where that is less.
    /// </summary>
    public static IReadOnlyList<string> Encode(string text, int firstRoom)
    {
        var quoted = QuotedLength(text) <= Base64Length(Encoding.UTF8.GetByteCount(text));
        var words = new List<string>();
        var chunk = new StringBuilder();
        var room = Math.Clamp(firstRoom, MaxGrapheme, MaxLength);
        foreach (var piece in Pieces(text, quoted))
        {
            if (chunk.Length > 0 && WordLength(chunk + piece, quoted) > room)
            {
                words.Add(Word(chunk.ToString(), quoted));
                chunk.Clear();
                room = MaxLength;
            }

            chunk.Append(piece);
        }

        words.Add(Word(chunk.ToString(), quoted));
        return words;
    }

    /// <summary>
    /// Graphemes; one that is too long for a word of its own (stacked accents) falls apart into characters.
    /// </summary>
    private static IEnumerable<string> Pieces(string text, bool quoted)
    {
        var graphemes = StringInfo.GetTextElementEnumerator(text);
        while (graphemes.MoveNext())
        {
            var grapheme = graphemes.GetTextElement();
            if (WordLength(grapheme, quoted) <= MaxGrapheme)
            {
                yield return grapheme;
                continue;
            }

            foreach (var rune in grapheme.EnumerateRunes())
                yield return rune.ToString();
        }
    }

    private static int WordLength(string text, bool quoted) =>
        Overhead + (quoted ? QuotedLength(text) : Base64Length(Encoding.UTF8.GetByteCount(text)));

    private static int QuotedLength(string text) =>
        Encoding.UTF8.GetBytes(text).Sum(octet => octet == ' ' || IsPlain(octet) ? 1 : 3);

    private static int Base64Length(int octets) => (octets + 2) / 3 * 4;

    private static string Word(string text, bool quoted)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        if (!quoted)
            return PrefixB + Convert.ToBase64String(octets) + Suffix;

        var body = new StringBuilder();
        foreach (var octet in octets)
            body.Append(octet switch
            {
                (byte)' ' => "_",
                _ when IsPlain(octet) => ((char)octet).ToString(),
                _ => "=" + octet.ToString("X2", CultureInfo.InvariantCulture),
            });
        return PrefixQ + body + Suffix;
    }

    /// <summary>The alphabet of §5 (3), the narrowest: right in a phrase and so right everywhere.</summary>
    private static bool IsPlain(byte octet) =>
        char.IsAsciiLetterOrDigit((char)octet) || "!*+-/".Contains((char)octet, StringComparison.Ordinal);
}
