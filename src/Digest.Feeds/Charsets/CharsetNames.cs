using System.Collections.Frozen;
using System.Text;

namespace Digest.Feeds.Charsets;

/// <summary>What documents say they are, and the superset that their bytes turn out to be.</summary>
internal static class CharsetNames
{
    private static readonly FrozenDictionary<string, string> Supersets = new Dictionary<string, string>
    {
        ["gb2312"] = "gb18030", ["gb_2312-80"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030", ["gb_2312"] = "gb18030", ["euc-cn"] = "gb18030", ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252", ["iso_8859-1"] = "windows-1252", ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252", ["us-ascii"] = "windows-1252", ["ascii"] = "windows-1252",
        ["cp1252"] = "windows-1252", ["iso-8859-9"] = "windows-1254", ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874", ["cp1251"] = "windows-1251", ["win-1251"] = "windows-1251", ["koi8"] = "koi8-r",
        ["sjis"] = "shift_jis", ["shift-jis"] = "shift_jis", ["x-sjis"] = "shift_jis", ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis", ["windows-31j"] = "shift_jis", ["big5-hkscs"] = "big5", ["x-x-big5"] = "big5",
        ["cp950"] = "big5", ["ks_c_5601-1987"] = "ks_c_5601-1987", ["euc-kr"] = "ks_c_5601-1987",
        ["cp949"] = "ks_c_5601-1987", ["uhc"] = "ks_c_5601-1987", ["windows-949"] = "ks_c_5601-1987",
        ["x-euc-jp"] = "euc-jp", ["eucjp"] = "euc-jp", ["utf8"] = "utf-8", ["utf-8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8", ["utf8mb4"] = "utf-8", ["utf16"] = "utf-16", ["ucs-2"] = "utf-16",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A charset that refuses bytes which it has not; null for a name that nobody knows.</summary>
    public static Encoding? Find(string name)
    {
        var real = Supersets.GetValueOrDefault(name, name);
        var isNumber = int.TryParse(real, out _);
        try
        {
            // .NET knows no CJK charset by itself; asking the provider leaves the process's own encodings alone.
            return isNumber
                ? null
                : CodePagesEncodingProvider.Instance.GetEncoding(
                    real, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(real, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The same, with U+FFFD for what it has not.</summary>
    public static Encoding Lenient(Encoding strict)
    {
        var lenient = (Encoding)strict.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        return lenient;
    }
}
