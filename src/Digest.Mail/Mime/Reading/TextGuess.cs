using System.Text;
using System.Text.Unicode;

namespace Digest.Mail.Mime.Reading;

/// <summary>The charset of octets that name none, or a wrong one.</summary>
internal static class TextGuess
{
    private const byte Escape = 0x1B;

    public static Encoding Of(ReadOnlySpan<byte> octets)
    {
        if (IsIso2022Jp(octets))
            return Charsets.Iso2022Jp;
        return Utf8.IsValid(octets) ? Charsets.Utf8 : Charsets.Windows1252;
    }

    /// <summary>
    /// Mail from China and Taiwan carries its own charset raw: two octets a character, which Western text hardly ever
    /// has side by side.
    /// </summary>
    public static Encoding OfHeader(ReadOnlySpan<byte> octets, Func<Encoding?>? fallback)
    {
        var guess = Of(octets);
        if (guess != Charsets.Windows1252)
            return guess;
        if (fallback?.Invoke() is { } declared && declared is not (ASCIIEncoding or UTF8Encoding))
            return declared;

        return IsOfPairs(octets) ? Charsets.Gb18030 : guess;
    }

    private static bool IsIso2022Jp(ReadOnlySpan<byte> octets)
    {
        var escape = octets.IndexOf(Escape);
        return escape >= 0 && octets[escape..].IndexOf([Escape, (byte)'$']) >= 0 && Ascii.IsValid(octets);
    }

    /// <summary>True if the octets beyond ASCII are all pairs of GB 2312 (EUC-CN).</summary>
    private static bool IsOfPairs(ReadOnlySpan<byte> octets)
    {
        for (var at = 0; at < octets.Length; at++)
        {
            if (octets[at] < 0x80)
                continue;
            if (octets[at] is < 0xA1 or > 0xF7 || at + 1 == octets.Length || octets[at + 1] is < 0xA1 or 0xFF)
                return false;
            at++;
        }

        return true;
    }
}
