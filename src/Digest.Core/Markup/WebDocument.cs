using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Digest.Markup;

/// <summary>A whole page of untrusted HTML as a tree. Nothing of it is run or fetched.</summary>
internal static partial class WebDocument
{
    private const int DeepestNesting = 200;

    // Where a page names its charset at the latest (HTML §4.2.5.4), and some room for those that do it late.
    private const int DeclarationLength = 4096;

    private const int Windows1252 = 1252;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // What pages say they are, and the superset that their bytes turn out to be (WHATWG Encoding §4.2).
    private static readonly Dictionary<string, string> Supersets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030", ["cp936"] = "gb18030",
        ["iso-8859-1"] = "windows-1252", ["latin1"] = "windows-1252", ["us-ascii"] = "windows-1252",
        ["sjis"] = "shift_jis", ["x-sjis"] = "shift_jis", ["windows-31j"] = "shift_jis", ["ms_kanji"] = "shift_jis",
        ["utf8"] = "utf-8", ["big5-hkscs"] = "big5",
    };

    /// <param name="bytes">Untrusted.</param>
    /// <param name="contentType">The Content-Type header; null if there was none.</param>
    /// <returns>Null where the nesting is built to make parsing take forever.</returns>
    public static IHtmlDocument? Parse(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        var guard = new NestingGuard();
        var options = new HtmlParserOptions
        {
            MaximumDepth = DeepestNesting,
            OnToken = (token, _) => guard.Watch(token),
        };
        try
        {
            return new HtmlParser(options).ParseDocument(Decode(bytes.Span, contentType));
        }
        catch (NestingException)
        {
            return null;
        }
    }

    /// <summary>A byte order mark, the header, the page's own word, then a guess.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var isMarked = bytes is [0xEF, 0xBB, 0xBF, ..] or [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        string?[] names = isMarked ? [] : [NameIn(HttpCharset(), contentType ?? ""), NameIn(MetaCharset(), start)];
        foreach (var name in names.OfType<string>())
        {
            if (Find(name) is { } encoding && TryDecode(encoding, bytes) is { } text)
                return text;
        }

        return TextDecoder.Decode(bytes);
    }

    private static string? NameIn(Regex shape, string text) =>
        shape.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static Encoding? Find(string name)
    {
        try
        {
            var real = Supersets.GetValueOrDefault(name, name);
            return CodePagesEncodingProvider.Instance.GetEncoding(
                real, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)
                ?? Encoding.GetEncoding(real, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // A page that only claims to be UTF-8 is read by the next rule.
    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            // Latin-1 is what servers say of every file. Bytes that happen to be valid UTF-8 never are Latin-1.
            return encoding.CodePage == Windows1252
                ? TryDecode(StrictUtf8, bytes) ?? encoding.GetString(bytes)
                : encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HttpCharset();

    [GeneratedRegex(
        "<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();
}
