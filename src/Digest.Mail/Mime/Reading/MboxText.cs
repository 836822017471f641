using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>What a mailbox file puts around and into a message.</summary>
internal static class MboxText
{
    // A sender's address has at most 254 octets, a date about 30.
    private const int MaxFromLine = 1000;
    private const int MaxWords = 40;

    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>True if the line is known to its end, or too long to be looked at further.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line) => line.Length >= MaxFromLine || line.Contains((byte)'\n');

    /// <summary>
    /// <c>From sender Thu Nov 19 10:00:00 2026</c> in all its variants: a time, a month and a year. A sentence that
    /// begins with From has hardly ever all three.
    /// </summary>
    public static bool IsFromLine(ReadOnlySpan<byte> line)
    {
        line = line[..Math.Min(line.Length, MaxFromLine)];
        line = line[..Lines.EndOf(line, 0)];
        var (hasTime, hasMonth, hasYear, words) = (false, false, false, 0);
        foreach (var range in line.Split((byte)' '))
        {
            var word = line[range];
            hasTime |= IsTime(word);
            hasMonth |= IsMonth(word);
            hasYear |= IsYear(word);
            if (++words > MaxWords)
                return false;
        }

        return hasTime && hasMonth && hasYear;
    }

    /// <summary>
    /// A copy without the first line <c>From </c>, one quote of each quoted one, and the last line end.
    /// </summary>
    public static byte[] Unescape(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("From "u8))
            text = text[Lines.After(text, Lines.EndOf(text, 0))..];
        text = text[..Lines.BeforeEnd(text, 0, text.Length)];
        var output = GC.AllocateUninitializedArray<byte>(text.Length);
        var length = 0;
        for (var quoted = FindQuoted(text); quoted >= 0; quoted = FindQuoted(text))
        {
            text[..quoted].CopyTo(output.AsSpan(length));
            length += quoted;
            text = text[(quoted + 1)..];
        }

        text.CopyTo(output.AsSpan(length));
        length += text.Length;
        return length == output.Length ? output : output[..length];
    }

    private static bool IsTime(ReadOnlySpan<byte> word) => word.Length is >= 3 and <= 8
        && word.Contains((byte)':') && !word.ContainsAnyExceptInRange((byte)'0', (byte)':');

    private static bool IsYear(ReadOnlySpan<byte> word) => word.Length == 4
        && word[0] is (byte)'1' or (byte)'2' && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsMonth(ReadOnlySpan<byte> word)
    {
        foreach (var month in Months)
            if (Ascii.EqualsIgnoreCase(word, month))
                return true;
        return false;
    }

    /// <summary>The next quote before From at the start of a line, or -1.</summary>
    private static int FindQuoted(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var line = text[at..].IndexOf("\n>"u8);
            if (line < 0)
                return -1;

            at += line + 1;
            var quotes = text[at..].IndexOfAnyExcept((byte)'>');
            if (quotes > 0 && text[(at + quotes)..].StartsWith("From "u8))
                return at;
        }

        return -1;
    }
}
