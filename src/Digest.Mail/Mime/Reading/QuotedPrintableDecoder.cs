namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Quoted-printable (RFC 2045 §6.7): hexadecimal digits of either case; an equals sign that begins nothing stays as it
/// is; white space at the end of a line was added on the way and goes (rule 3).
/// </summary>
internal static class QuotedPrintableDecoder
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> text, out string? defect)
    {
        var output = new byte[text.Length];
        var length = 0;
        defect = null;
        while (!text.IsEmpty)
        {
            var run = text.IndexOfAny((byte)'=', (byte)'\n', (byte)'\r');
            var plain = text[..(run < 0 ? text.Length : run)];
            if (run < 0 || text[run] != '=')
                plain = plain.TrimEnd(" \t"u8);
            plain.CopyTo(output.AsSpan(length));
            length += plain.Length;
            if (run < 0)
                break;

            text = text[run..];
            if (text[0] == '=')
                ReadEquals(ref text, output, ref length, ref defect);
            else
                CopyOne(ref text, output, ref length);
        }

        return output.AsMemory(0, length);
    }

    /// <summary>The Q of encoded-words (RFC 2047 §4.2): an underscore is a space, and lines do not matter.</summary>
    public static byte[] DecodeWord(ReadOnlySpan<byte> text)
    {
        var output = new byte[text.Length];
        var length = 0;
        string? defect = null;
        while (!text.IsEmpty)
        {
            if (text[0] == '=')
                ReadEquals(ref text, output, ref length, ref defect);
            else if (text[0] != '_')
                CopyOne(ref text, output, ref length);
            else
            {
                output[length++] = (byte)' ';
                text = text[1..];
            }
        }

        return output[..length];
    }

    private static void CopyOne(ref ReadOnlySpan<byte> text, byte[] output, ref int length)
    {
        output[length++] = text[0];
        text = text[1..];
    }

    private static void ReadEquals(
        ref ReadOnlySpan<byte> text, byte[] output, ref int length, ref string? defect)
    {
        if (text.Length > 2 && HexValue(text[1]) is >= 0 and var high && HexValue(text[2]) is >= 0 and var low)
        {
            output[length++] = (byte)((high << 4) | low);
            text = text[3..];
            return;
        }

        var after = 1;
        while (after < text.Length && Lines.IsSpace(text[after]))
            after++;
        if (after == text.Length || text[after] is (byte)'\r' or (byte)'\n')
        {
            text = text[Lines.After(text, after)..];
            return;
        }

        defect = Defect.BadQuotedPrintable;
        CopyOne(ref text, output, ref length);
    }

    private static int HexValue(byte octet) => octet switch
    {
        >= (byte)'0' and <= (byte)'9' => octet - '0',
        >= (byte)'A' and <= (byte)'F' => octet - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => octet - 'a' + 10,
        _ => -1,
    };
}
