using System.Text;
using System.Text.Unicode;
using Digest.Mail.Mime.Reading;

namespace Digest.Gather.Mails;

/// <summary>
/// Mailman 2 leaves the charset of a mail out of its downloads. Where the octets are neither ASCII, UTF-8 nor
/// ISO-2022, the language of the list says which of the old charsets they may be in.
/// </summary>
internal static class UndeclaredCharset
{
    private const byte Escape = 0x1B;

    /// <returns>The message itself, or a copy with a field that names the charset.</returns>
    public static ReadOnlyMemory<byte> Declare(ReadOnlyMemory<byte> message, string? language)
    {
        var octets = message.Span;
        if (Utf8.IsValid(octets) || octets.Contains(Escape))
            return message;

        var read = MimeReader.Read(message);
        if (read.Headers["Content-Type"] is not null || Guess(octets, language) is not { } charset)
            return message;

        return (byte[])[.. Encoding.ASCII.GetBytes($"Content-Type: text/plain; charset={charset}\n"), .. octets];
    }

    private static string? Guess(ReadOnlySpan<byte> octets, string? language)
    {
        var tag = language?.ToUpperInvariant() ?? "";
        if (tag.StartsWith("JA", StringComparison.Ordinal))
            return FirstOf(octets, "euc-jp", "shift_jis");
        if (!IsOfPairs(octets))
            return null;
        if (tag.StartsWith("KO", StringComparison.Ordinal))
            return FirstOf(octets, "euc-kr");

        return tag is "ZH-TW" or "ZH-HK" or "ZH-MO" || tag.StartsWith("ZH-HANT", StringComparison.Ordinal)
            ? FirstOf(octets, "big5", "gb18030")
            : FirstOf(octets, "gb18030", "big5");
    }

    /// <summary>The first charset in which every octet has its meaning.</summary>
    private static string? FirstOf(ReadOnlySpan<byte> octets, params ReadOnlySpan<string> charsets)
    {
        foreach (var charset in charsets)
        {
            var strict = CodePagesEncodingProvider.Instance.GetEncoding(
                charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            if (strict is not null && Reads(strict, octets))
                return charset;
        }

        return null;
    }

    private static bool Reads(Encoding strict, ReadOnlySpan<byte> octets)
    {
        try
        {
            return strict.GetCharCount(octets) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Western text has its accents one by one; Chinese and Korean octets stand side by side.</summary>
    private static bool IsOfPairs(ReadOnlySpan<byte> octets)
    {
        var (pairs, lone) = (0, 0);
        for (var at = 0; at < octets.Length; at++)
        {
            if (octets[at] < 0x80)
                continue;
            if (at + 1 < octets.Length && octets[at + 1] >= 0x80)
                (pairs, at) = (pairs + 1, at + 1);
            else
                lone++;
        }

        // Big5 has letters of ASCII in four characters of ten.
        return 2 * pairs > lone;
    }
}
