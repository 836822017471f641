using System.Text;

namespace Digest.Feeds.Charsets;

/// <summary>
/// Tells by the bytes alone which old charset a text is in: by whether it can be it at all, and by how the letters that
/// every text of a language is full of are coded there.
/// </summary>
internal static class CharsetSniffer
{
    private const int MostBytes = 64 * 1024;

    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, MostBytes)];
        var pairs = BytePairs.Count(sample);
        var name = pairs.AreEuc && pairs.Total > 0
            ? NameOfEuc(pairs)
            : IsShiftJis(sample) ? "shift_jis"
            : IsBig5(sample) ? "big5"
            : NameOfSingleBytes(sample);
        return CharsetNames.Find(name) ?? Encoding.Latin1;
    }

    private static string NameOfEuc(BytePairs pairs)
    {
        // Japanese is a third kana; Korean has only the rows of its syllables; Chinese has all of its rows.
        if (pairs.Kana * 5 >= pairs.Total)
            return "euc-jp";

        return pairs.Hangul * 20 >= pairs.Total * 19 ? "euc-kr" : "gb18030";
    }

    private static bool IsShiftJis(ReadOnlySpan<byte> bytes)
    {
        var (kana, others) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x80 || lead is >= 0xA1 and <= 0xDF)
                continue;
            if (lead is 0x80 or 0xA0 or > 0xFC || ++i >= bytes.Length)
                return i >= bytes.Length && kana > 0;
            if (bytes[i] is < 0x40 or 0x7F or > 0xFC)
                return false;
            if (lead == 0x82 && bytes[i] is >= 0x9F and <= 0xF1 || lead == 0x83 && bytes[i] <= 0x96)
                kana++;
            else
                others++;
        }

        return kana * 4 >= others && kana > 0;
    }

    private static bool IsBig5(ReadOnlySpan<byte> bytes)
    {
        var (common, others) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x80)
                continue;
            if (lead is 0x80 or 0xFF || ++i >= bytes.Length || !IsBig5Trail(bytes[i]))
                return i >= bytes.Length && common > 0;
            if (lead is >= 0xA1 and <= 0xC6)
                common++;
            else
                others++;
        }

        return common > 2 * others;
    }

    private static bool IsBig5Trail(byte value) => value is >= 0x40 and <= 0x7E or >= 0xA1 and <= 0xFE;

    /// <summary>
    /// Russian words are all above ASCII, and mostly small letters: these stand below the capitals in KOI8-R and above
    /// them in windows-1251. Latin ones have single letters there.
    /// </summary>
    private static string NameOfSingleBytes(ReadOnlySpan<byte> bytes)
    {
        var (together, alone, low, high) = (0, 0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0xC0)
                continue;

            var hasNeighbour = i > 0 && bytes[i - 1] >= 0xC0 || i + 1 < bytes.Length && bytes[i + 1] >= 0xC0;
            _ = hasNeighbour ? together++ : alone++;
            _ = bytes[i] < 0xE0 ? low++ : high++;
        }

        return together <= 3 * alone ? "windows-1252" : low > high ? "koi8-r" : "windows-1251";
    }
}
