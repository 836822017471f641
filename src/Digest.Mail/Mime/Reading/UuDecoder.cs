namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Uuencode as POSIX describes it: <c>begin mode name</c>, lines whose first character counts their octets,
/// <c>end</c>. A body without the first line is left as it is.
/// </summary>
internal static class UuDecoder
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body)
    {
        var text = body.Span;
        var at = 0;
        while (at < text.Length && !text[at..].StartsWith("begin "u8))
            at = Lines.After(text, Lines.EndOf(text, at));
        if (at == text.Length)
            return body;

        var output = new byte[text.Length];
        var length = 0;
        at = Lines.After(text, Lines.EndOf(text, at));
        while (at < text.Length && !text[at..].StartsWith("end"u8))
        {
            var end = Lines.EndOf(text, at);
            if (end > at)
                length += DecodeLine(text[at..end], output.AsSpan(length));
            at = Lines.After(text, end);
        }

        return output.AsMemory(0, length);
    }

    private static int DecodeLine(ReadOnlySpan<byte> line, Span<byte> output)
    {
        var count = Math.Min(Value(line, 0), (line.Length - 1) / 4 * 3 + 2);
        var written = 0;
        for (var at = 1; at < line.Length && written < count; at += 4)
        {
            var group = (Value(line, at) << 18) | (Value(line, at + 1) << 12)
                | (Value(line, at + 2) << 6) | Value(line, at + 3);
            for (var shift = 16; shift >= 0 && written < count && written < output.Length; shift -= 8)
                output[written++] = (byte)(group >> shift);
        }

        return written;
    }

    private static int Value(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - 0x20) & 0x3F : 0;
}
