namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Lines that end in CRLF, LF or CR, mixed as they come. Several CR before an LF are one end: a relay that doubles
/// them would otherwise end every header after its first line.
/// </summary>
internal static class Lines
{
    // Bounded, or a text of CR alone would be looked through anew from each of them.
    private const int MaxReturns = 4;

    /// <summary>Where the line that holds <paramref name="at"/> ends, its line end left out.</summary>
    public static int EndOf(ReadOnlySpan<byte> text, int at)
    {
        var length = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
        return length < 0 ? text.Length : at + length;
    }

    /// <summary>The start of the next line, from where a line ends.</summary>
    public static int After(ReadOnlySpan<byte> text, int end)
    {
        if (end >= text.Length)
            return text.Length;
        if (text[end] == '\n')
            return end + 1;

        var ending = text[end..Math.Min(end + MaxReturns, text.Length)];
        var next = ending.IndexOfAnyExcept((byte)'\r');
        return next > 0 && ending[next] == '\n' ? end + next + 1 : end + 1;
    }

    /// <summary>
    /// Without the one line end before <paramref name="end"/>, but not before <paramref name="start"/>.
    /// </summary>
    public static int BeforeEnd(ReadOnlySpan<byte> text, int start, int end)
    {
        if (end > start && text[end - 1] == '\n')
            end--;
        else if (end > start && text[end - 1] == '\r')
            return end - 1;
        else
            return end;

        return end > start && text[end - 1] == '\r' ? end - 1 : end;
    }

    public static bool IsStart(ReadOnlySpan<byte> text, int at) => at == 0 || text[at - 1] is (byte)'\n' or (byte)'\r';

    public static bool IsSpace(byte octet) => octet is (byte)' ' or (byte)'\t';
}
