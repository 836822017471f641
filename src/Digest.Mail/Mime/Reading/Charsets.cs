using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Charsets by the names that mail gives them, which are more than the runtime knows. A charset's decoder replaces what
/// it cannot read with U+FFFD.
/// </summary>
internal static class Charsets
{
    private const int MaxName = 40;
    private const int ShiftJis = 932;
    private const int Korean = 949;
    private const int Big5 = 950;
    private const int EucJp = 51932;
    private const int EucJpOfTwoOctets = 20932;
    private const int Japanese = 50221;

    // Compared without punctuation and case: x-sjis, X_SJIS and xsjis are one name.
    private static readonly FrozenDictionary<string, int> CodePages = new Dictionary<string, int>
    {
        ["sjis"] = ShiftJis, ["xsjis"] = ShiftJis, ["shiftjis"] = ShiftJis, ["csshiftjis"] = ShiftJis,
        ["windows31j"] = ShiftJis, ["cswindows31j"] = ShiftJis, ["mskanji"] = ShiftJis, ["shiftjisx0213"] = ShiftJis,
        ["eucjp"] = EucJp, ["xeucjp"] = EucJp, ["ujis"] = EucJp, ["xeuc"] = EucJp, ["cseucpkdfmtjapanese"] = EucJp,
        ["iso2022jp"] = Japanese, ["csiso2022jp"] = Japanese, ["iso2022jp1"] = Japanese, ["iso2022jp2"] = Japanese,
        ["iso2022jp3"] = Japanese, ["iso2022jp2004"] = Japanese, ["iso2022jpms"] = Japanese, ["jis"] = Japanese,
        ["gb2312"] = 54936, ["gbk"] = 54936, ["gb18030"] = 54936, ["xgbk"] = 54936, ["euccn"] = 54936,
        ["xeuccn"] = 54936, ["csgb2312"] = 54936, ["gb231280"] = 54936, ["cp936"] = 54936, ["ms936"] = 54936,
        ["windows936"] = 54936, ["chinesesimplified"] = 54936, ["hzgb2312"] = 52936, ["hz"] = 52936,
        ["big5"] = Big5, ["xxbig5"] = Big5, ["xbig5"] = Big5, ["csbig5"] = Big5, ["big5hkscs"] = Big5,
        ["bigfive"] = Big5, ["cnbig5"] = Big5,
        ["euckr"] = Korean, ["ksc5601"] = Korean, ["ksc56011987"] = Korean, ["ksc56011989"] = Korean,
        ["csksc56011987"] = Korean, ["uhc"] = Korean, ["korean"] = Korean, ["ks1001"] = Korean, ["iso2022kr"] = 50225,
        ["koi8r"] = 20866, ["cskoi8r"] = 20866, ["koi8u"] = 21866, ["koi8"] = 20866,
        ["latin1"] = 1252, ["l1"] = 1252, ["iso88591"] = 1252, ["iso885911987"] = 1252, ["cp819"] = 1252,
        ["ibm819"] = 1252, ["88591"] = 1252, ["iso8859"] = 1252, ["ansi"] = 1252, ["iso885914"] = 1252,
        ["iso885916"] = 1252, ["iso885910"] = 1252, ["latin2"] = 28592, ["latin5"] = 1254, ["iso88599"] = 1254,
        ["latin9"] = 28605, ["iso88598i"] = 28598, ["iso88598e"] = 28598, ["iso88596i"] = 28596, ["iso88596e"] = 28596,
        ["logical"] = 28598, ["visual"] = 28598, ["tis620"] = 874, ["iso885911"] = 874, ["cp874"] = 874,
        ["macintosh"] = 10000, ["macroman"] = 10000, ["xmacroman"] = 10000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The runtime's own fallback of this name writes a question mark where these code pages are concerned.
    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    private static readonly FrozenDictionary<string, Encoding> Known = BuildKnown();

    public static Encoding Utf8 => Encoding.UTF8;

    public static Encoding Windows1252 { get; } = Known["iso88591"];

    public static Encoding Gb18030 { get; } = Known["gb18030"];

    public static Encoding Iso2022Jp { get; } = Known["iso2022jp"];

    /// <summary>
    /// The charset of this name, or null. US-ASCII stands for itself and for UTF-7, whose reading would let markup pass
    /// in disguise.
    /// </summary>
    public static Encoding? Find(string name)
    {
        if (name.Length > MaxName)
            return null;

        var key = Key(name);
        return Known.TryGetValue(key, out var known) ? known : ByNumber(key) ?? ByName(name);
    }

    private static FrozenDictionary<string, Encoding> BuildKnown()
    {
        var byPage = CodePages.Values.Distinct().ToDictionary(page => page, page => OfPage(page)!);
        byPage[EucJp] = new Reading.EucJp(byPage[EucJp], OfPage(EucJpOfTwoOctets)!);
        byPage[Japanese] = new Iso2022(Japanese, name => Known![name]);
        var known = CodePages.ToDictionary(entry => entry.Key, entry => byPage[entry.Value]);
        foreach (var name in new[] { "utf8", "unicode11utf8", "utf8mb4", "cp65001" })
            known[name] = Encoding.UTF8;
        foreach (var name in new[] { "usascii", "ascii", "ansix341968", "ansix341986", "646", "iso646us", "cp367" })
            known[name] = Encoding.ASCII;
        foreach (var name in new[] { "utf7", "unicode11utf7", "xunicode20utf7", "7bit" })
            known[name] = Encoding.ASCII;
        foreach (var name in new[] { "utf16", "utf16le", "unicode", "ucs2", "iso10646ucs2" })
            known[name] = Encoding.Unicode;
        known["iso88597"] = OfPage(28597)!;
        known["utf16be"] = Encoding.BigEndianUnicode;
        known["utf32"] = known["utf32le"] = Encoding.UTF32;
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>cp1251, windows-1251, ms1251, x-cp1251; iso-8859-7.</summary>
    private static Encoding? ByNumber(string key)
    {
        var digits = key.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyz");
        if (digits.Length is 0 or > 6
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;

        return key[..^digits.Length] switch
        {
            "iso" when key.StartsWith("iso8859", StringComparison.Ordinal) => OfPage(28590 + number - Base(number)),
            "cp" or "windows" or "ms" or "win" or "xcp" or "ibm" or "xwindows" or "dos" => OfPage(number),
            _ => null,
        };
    }

    private static int Base(int number) => number < 88600 ? 88590 : 885900;

    private static Encoding? ByName(string name) => Replacing(CodePagesEncodingProvider.Instance.GetEncoding(name));

    private static Encoding? OfPage(int page) =>
        page is > 0 and < 65536 ? Replacing(CodePagesEncodingProvider.Instance.GetEncoding(page)) : null;

    private static Encoding? Replacing(Encoding? encoding) => encoding is null
        ? null
        : CodePagesEncodingProvider.Instance.GetEncoding(
            encoding.CodePage, EncoderFallback.ReplacementFallback, Replacement);
}
