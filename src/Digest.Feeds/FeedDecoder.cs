using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>
/// Bytes to text by the order of standards.md F9: byte order mark, HTTP charset, XML declaration, UTF-8. A charset that
/// the bytes contradict is passed over for the next one.
/// </summary>
internal static partial class FeedDecoder
{
    private const int DeclarationLength = 256;
    private const int Windows1252 = 1252;

    // Strict, so that a wrong claim of UTF-8 is noticed; the lenient twin is the last resort.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What documents say they are, and the superset that their bytes turn out to be.
    private static readonly Dictionary<string, string> Supersets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gb2312"] = "gb18030", ["gb_2312-80"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030", ["iso-8859-1"] = "windows-1252", ["latin1"] = "windows-1252",
        ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252", ["cp1252"] = "windows-1252",
        ["sjis"] = "shift_jis", ["x-sjis"] = "shift_jis", ["cp932"] = "shift_jis", ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis", ["utf8"] = "utf-8",
    };

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType, FeedWarnings warnings)
    {
        if (ByteOrderMark(bytes) is var (marked, length))
            return marked.GetString(bytes[length..]);

        foreach (var name in DeclaredNames(bytes, contentType))
        {
            if (Find(name) is not { } encoding)
                warnings.Add($"unknown charset '{name}'");
            else if (TryDecode(encoding, bytes) is { } text)
                return text;
            else
                warnings.Add($"the bytes are not the '{name}' that the document claims");
        }

        return TryDecode(Utf8, bytes) ?? Replace(bytes, warnings);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0x3C, 0, 0x3F, 0, ..] => (Encoding.Unicode, 0),
        [0, 0x3C, 0, 0x3F, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static List<string> DeclaredNames(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var names = new List<string>();
        if (contentType is not null && HttpCharset().Match(contentType) is { Success: true } http)
            names.Add(http.Groups[1].Value);

        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        if (XmlEncoding().Match(start) is { Success: true } xml)
            names.Add(xml.Groups[1].Value);

        return names;
    }

    private static Encoding? Find(string name)
    {
        var real = Supersets.GetValueOrDefault(name, name);
        if (real.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return Utf8;

        try
        {
            // .NET knows no CJK charset by itself; asking the provider leaves the process's own encodings alone.
            return CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.GetEncoding(real);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            // Latin-1 is what servers say of every file. Bytes that happen to be valid UTF-8 never are Latin-1.
            if (encoding.CodePage == Windows1252)
                return TryDecode(Utf8, bytes) ?? encoding.GetString(bytes);

            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Replace(ReadOnlySpan<byte> bytes, FeedWarnings warnings)
    {
        warnings.Add("the bytes are not valid UTF-8; what could not be read became U+FFFD");
        return Encoding.UTF8.GetString(bytes);
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HttpCharset();

    [GeneratedRegex("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})", RegexOptions.CultureInvariant)]
    private static partial Regex XmlEncoding();
}
