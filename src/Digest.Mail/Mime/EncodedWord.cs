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

    // More characters than a word can hold, so that accents stacked without end are not looked through each time.
    private const int Window = 200;
    private const string PrefixQ = "=?utf-8?Q?";
    private const string PrefixB = "=?utf-8?B?";
    private const string Suffix = "?=";
    private const int Overhead = 12;

    /// <summary>
    /// Splits and encodes; white space between the words is not part of the text (§6.2). The first word keeps to
    /// <paramref name="firstRoom"/> columns, what the header's name leaves of its line, or to 60 where that is less.
    /// </summary>
    /// <exception cref="FormatException">The text holds half a surrogate pair, which no encoding has.</exception>
    public static IReadOnlyList<string> Encode(ReadOnlySpan<char> text, int firstRoom)
    {
        if (!HeaderRules.IsWellFormed(text))
            throw new FormatException("A text to encode holds half a surrogate pair");

        var quoted = QuotedLength(text) <= Base64Length(Encoding.UTF8.GetByteCount(text));
        var words = new List<string>();
        for (var room = Math.Clamp(firstRoom, MaxGrapheme, MaxLength); text.Length > 0; room = MaxLength)
        {
            var length = Fitting(text[..Math.Min(text.Length, Window)], room - Overhead, quoted);
            words.Add(quoted ? QuotedWord(text[..length]) : Base64Word(text[..length]));
            text = text[length..];
        }

        return words;
    }

    /// <summary>
    /// Whole graphemes; one that is too long for a word of its own (stacked accents) falls apart into characters.
    /// </summary>
    private static int Fitting(ReadOnlySpan<char> text, int room, bool quoted)
    {
        var taken = 0;
        while (taken < text.Length)
        {
            var grapheme = taken + StringInfo.GetNextTextElementLength(text[taken..]);
            if (Columns(text[taken..grapheme], quoted) > MaxGrapheme - Overhead)
                return FittingCharacters(text[..grapheme], taken, room, quoted);
            if (Columns(text[..grapheme], quoted) > room)
                return taken;
            taken = grapheme;
        }

        return taken;
    }

    private static int FittingCharacters(ReadOnlySpan<char> text, int taken, int room, bool quoted)
    {
        while (taken < text.Length)
        {
            var next = taken + (char.IsHighSurrogate(text[taken]) ? 2 : 1);
            if (Columns(text[..next], quoted) > room)
                return taken;
            taken = next;
        }

        return taken;
    }

    private static int Columns(ReadOnlySpan<char> text, bool quoted) =>
        quoted ? QuotedLength(text) : Base64Length(Encoding.UTF8.GetByteCount(text));

    private static int QuotedLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
            length += rune.Value == ' ' || IsPlain(rune.Value) ? 1 : 3 * rune.Utf8SequenceLength;
        return length;
    }

    private static int Base64Length(int octets) => (octets + 2) / 3 * 4;

    private static string Base64Word(ReadOnlySpan<char> text)
    {
        Span<byte> octets = stackalloc byte[MaxLength];
        return PrefixB + Convert.ToBase64String(octets[..Encoding.UTF8.GetBytes(text, octets)]) + Suffix;
    }

    private static string QuotedWord(ReadOnlySpan<char> text)
    {
        Span<byte> octets = stackalloc byte[MaxLength];
        var word = new StringBuilder(PrefixQ, MaxLength);
        foreach (var octet in octets[..Encoding.UTF8.GetBytes(text, octets)])
        {
            if (octet == ' ' || IsPlain(octet))
                word.Append(octet == ' ' ? '_' : (char)octet);
            else
                word.Append(CultureInfo.InvariantCulture, $"={octet:X2}");
        }

        return word.Append(Suffix).ToString();
    }

    /// <summary>The alphabet of §5 (3), the narrowest: right in a phrase and so right everywhere.</summary>
    private static bool IsPlain(int octet) =>
        octet < 0x80 && (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '!' or '*' or '+' or '-' or '/');
}
