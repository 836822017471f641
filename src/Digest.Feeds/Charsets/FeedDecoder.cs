using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Feeds.Charsets;

/// <summary>
/// Bytes to text: byte order mark, the look of UTF-16 and UTF-32, UTF-8 where the bytes are nothing else, HTTP charset,
/// XML declaration, and at last what the bytes look like. A charset that the bytes contradict is passed over.
/// </summary>
internal static partial class FeedDecoder
{
    private const int DeclarationLength = 256;

    // Text of another charset may look like a few characters of UTF-8 by chance, hardly like this many.
    private const int EnoughUtf8 = 4;

    // Strict, so that a wrong claim of UTF-8 is noticed.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, FeedWarnings warnings)
    {
        if (ByteOrder(bytes) is var (marked, length))
            return marked.GetString(bytes[length..]);

        var names = DeclaredNames(bytes, contentType);
        var utf8 = TryDecode(Utf8, bytes);
        if (utf8 is not null && (names.Count == 0 || IsPlainOrUtf8(names, bytes)))
            return utf8;

        Encoding? known = null;
        foreach (var name in names)
        {
            var encoding = CharsetNames.Find(name);
            known ??= encoding;
            if (encoding is null)
                warnings.Add($"unknown charset '{name}'");
            else if (IsWide(encoding) || TryDecode(encoding, bytes) is not { } text)
                warnings.Add($"the bytes are not the '{name}' that the document claims");
            else if (utf8 is null || encoding is not UTF8Encoding && !IsSingleByte(encoding) && !IsClearlyUtf8(bytes))
                return text;
            else if (!HoldsEscapes(bytes))
                break;
        }

        return utf8 ?? Guess(bytes, known, warnings);
    }

    /// <summary>
    /// Marks, and the pattern of zeros that a '&lt;' or a '{' and the ASCII character after it make (RFC 4627 §3).
    /// </summary>
    private static (Encoding Encoding, int Length)? ByteOrder(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0x3C or 0x7B or 0x20 or 0x0A or 0x0D, 0, 0, 0, not 0, ..] => (Encoding.UTF32, 0),
        [0, 0, 0, 0x3C or 0x7B or 0x20 or 0x0A or 0x0D, ..] =>
            (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [0x3C or 0x7B or 0x20 or 0x0A or 0x0D, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, 0x3C or 0x7B or 0x20 or 0x0A or 0x0D, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static List<string> DeclaredNames(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var names = new List<string>(2);
        if (contentType is not null && HttpCharset().Match(contentType) is { Success: true } http)
            names.Add(http.Groups[1].Value);

        var start = bytes[..Math.Min(bytes.Length, DeclarationLength)];
        if (start.IndexOf("encoding"u8) >= 0
            && XmlEncoding().Match(Encoding.Latin1.GetString(start)) is { Success: true } xml)
            names.Add(xml.Groups[1].Value);

        return names;
    }

    /// <summary>
    /// True if every claim is UTF-8, or there is nothing in the bytes that charsets disagree about. Escapes are such a
    /// thing: ISO-2022-JP and HZ are all ASCII.
    /// </summary>
    private static bool IsPlainOrUtf8(List<string> names, ReadOnlySpan<byte> bytes) =>
        names.TrueForAll(static name => name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        || Ascii.IsValid(bytes) && !HoldsEscapes(bytes)
            && names.TrueForAll(static name => CharsetNames.Find(name) is not null);

    private static bool HoldsEscapes(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf((byte)0x1B) >= 0 || bytes.IndexOf("~{"u8) >= 0;

    private static bool IsClearlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var characters = 0;
        foreach (var value in bytes)
        {
            if (value >= 0xE0 && ++characters >= EnoughUtf8)
                return true;
        }

        return false;
    }

    /// <summary>What has no zeros is no UTF-16, whatever it claims.</summary>
    private static bool IsWide(Encoding encoding) => encoding is UnicodeEncoding or UTF32Encoding;

    /// <summary>Latin-1 and its like are what servers say of every file; bytes that are UTF-8 never are that.</summary>
    private static bool IsSingleByte(Encoding encoding) => encoding.IsSingleByte;

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Nothing fits. A claim that is wrong in a few places is damage; else the bytes are looked at.</summary>
    private static string Guess(ReadOnlySpan<byte> bytes, Encoding? known, FeedWarnings warnings)
    {
        var claimed = known is null || IsWide(known) ? Utf8 : known;
        var text = CharsetNames.Lenient(claimed).GetString(bytes);
        if (IsMostlyWhole(text))
        {
            warnings.Add($"the bytes are not valid {Named(claimed)}; what could not be read became U+FFFD");
            return text;
        }

        var guess = CharsetSniffer.Guess(bytes);
        warnings.Add($"the charset is not said, or wrongly; read as {guess.WebName}");
        return CharsetNames.Lenient(guess).GetString(bytes);
    }

    /// <summary>At least ten good characters beyond ASCII for a bad one.</summary>
    private static bool IsMostlyWhole(string text)
    {
        var (good, bad) = (0, 0);
        foreach (var character in text)
        {
            if (character == '\uFFFD')
                bad++;
            else if (character > '\u007F')
                good++;
        }

        return good >= bad * 10;
    }

    private static string Named(Encoding encoding) => encoding is UTF8Encoding ? "UTF-8" : encoding.WebName;

    [GeneratedRegex("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HttpCharset();

    [GeneratedRegex("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})", RegexOptions.CultureInvariant)]
    private static partial Regex XmlEncoding();
}
