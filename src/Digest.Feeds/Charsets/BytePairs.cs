namespace Digest.Feeds.Charsets;

/// <summary>What the pairs of bytes above ASCII tell, where they can be pairs of the EUC kind.</summary>
internal readonly record struct BytePairs(bool AreEuc, int Total, int Kana, int Hangul)
{
    public static BytePairs Count(ReadOnlySpan<byte> bytes)
    {
        var (total, kana, hangul) = (0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var lead = bytes[i];
            if (lead < 0x80)
                continue;
            if (++i >= bytes.Length)
                break;
            if (lead is < 0xA1 or 0xFF || bytes[i] is < 0xA1 or 0xFF)
                return default;

            total++;
            if (lead is 0xA4 or 0xA5)
                kana++;
            else if (lead is >= 0xB0 and <= 0xC8 or 0xA1)
                hangul++;
        }

        return new BytePairs(true, total, kana, hangul);
    }
}
