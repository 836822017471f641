using System.Buffers;
using System.Globalization;
using System.Net;

namespace Digest.Feeds.Xml;

/// <summary>
/// Character references and the names of HTML to what they stand for; what stands for nothing stays as written. No
/// reference becomes longer than it was written, so the text can only shrink.
/// </summary>
internal static class XmlReferences
{
    private const int Longest = 32;
    private const int FirstOfC1 = 0x80;
    private const int LastOfC1 = 0x9F;

    // HTML §13.2.5.80: references into C1 mean what windows-1252 has there; 0 where it has nothing.
    private const string Windows1252 =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0" +
        "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    public static string Decode(ReadOnlySpan<char> raw)
    {
        var mark = raw.IndexOf('&');
        if (mark < 0)
            return raw.ToString();

        var buffer = ArrayPool<char>.Shared.Rent(raw.Length);
        var length = 0;
        while (mark >= 0)
        {
            raw[..mark].CopyTo(buffer.AsSpan(length));
            length += mark;
            raw = raw[mark..];
            var taken = Reference(raw, buffer.AsSpan(length), out var written);
            length += written;
            raw = raw[taken..];
            mark = raw.IndexOf('&');
        }

        raw.CopyTo(buffer.AsSpan(length));
        var decoded = new string(buffer, 0, length + raw.Length);
        ArrayPool<char>.Shared.Return(buffer);
        return decoded;
    }

    /// <summary>Writes what stands at an ampersand.</summary>
    /// <returns>The number of characters read.</returns>
    private static int Reference(ReadOnlySpan<char> text, Span<char> output, out int written)
    {
        // Escaped HTML is full of these two.
        if (text is ['&', 'l' or 'g', 't', ';', ..])
        {
            output[0] = text[1] == 'l' ? '<' : '>';
            written = 1;
            return 4;
        }

        var close = text[..Math.Min(Longest, text.Length)].IndexOf(';');
        var name = close > 1 ? text[1..close] : default;
        written = name.IsEmpty ? 0 : name[0] == '#' ? Numeric(name[1..], output) : Named(name, output);
        if (written < 0)
            written = 0;
        else if (written == 0)
        {
            output[0] = '&';
            written = 1;
            return 1;
        }

        return close + 1;
    }

    /// <returns>Characters written; 0 for no reference, negative for a character that no XML may hold.</returns>
    private static int Numeric(ReadOnlySpan<char> digits, Span<char> output)
    {
        var isHex = digits is ['x' or 'X', ..];
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code))
            return 0;
        if (code is >= FirstOfC1 and <= LastOfC1 && Windows1252[code - FirstOfC1] is var better and not '\0')
            code = better;

        if (!XmlCharacters.IsLegal(code))
            return -1;

        return new System.Text.Rune(code).EncodeToUtf16(output);
    }

    private static int Named(ReadOnlySpan<char> name, Span<char> output)
    {
        var known = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u00A0',
            _ => '\0',
        };
        if (known == '\0')
            return Rare(name, output);

        output[0] = known;
        return 1;
    }

    private static int Rare(ReadOnlySpan<char> name, Span<char> output)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character))
                return 0;
        }

        var reference = $"&{name};";
        var decoded = WebUtility.HtmlDecode(reference);
        if (decoded == reference)
            return 0;

        decoded.CopyTo(output);
        return decoded.Length;
    }
}
