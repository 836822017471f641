using System.Buffers;

namespace Digest.Mail.Mime;

/// <summary>
/// Quoted-printable of octets whose line ends are CRLF (RFC 2045 §6.7): at most 76 columns, soft breaks never inside
/// <c>=XX</c>, white space at a line's end encoded, and so is a CR or LF that is no line end. A dot or the word
/// "From " at the start of a line is encoded too, so that neither a careless relay nor an mbox file changes the text.
/// </summary>
internal static class QuotedPrintable
{
    private const int MaxColumns = 76;

    // Columns that stand as they are; white space does so except at a line's end.
    private static readonly SearchValues<byte> PlainOctets = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Adds no line end of its own: what ends without CRLF is encoded so.</summary>
    public static void Encode(ReadOnlySpan<byte> text, IBufferWriter<byte> output) =>
        Encode(text, isOpen: false, output);

    /// <summary>
    /// Ends what has no CRLF at its end with a soft break, so that text encoded on its own can go on in the same line.
    /// </summary>
    public static void EncodeOpen(ReadOnlySpan<byte> text, IBufferWriter<byte> output) =>
        Encode(text, isOpen: true, output);

    private static void Encode(ReadOnlySpan<byte> text, bool isOpen, IBufferWriter<byte> output)
    {
        while (text.Length > 0)
        {
            var end = text.IndexOf("\r\n"u8);
            EncodeLine(end < 0 ? text : text[..end], isOpen && end < 0, output);
            if (end < 0)
                return;

            output.Write("\r\n"u8);
            text = text[(end + 2)..];
        }
    }

    private static void EncodeLine(ReadOnlySpan<byte> line, bool isOpen, IBufferWriter<byte> output)
    {
        while (line.Length > 0)
        {
            var row = output.GetSpan(MaxColumns + 2);
            var taken = EncodeRow(line, isOpen, row, out var column);
            line = line[taken..];
            if (line.Length > 0 || isOpen)
            {
                "=\r\n"u8.CopyTo(row[column..]);
                column += 3;
            }

            output.Advance(column);
        }
    }

    /// <summary>What fits of the line, with a column left for the soft break unless the line ends here.</summary>
    private static int EncodeRow(ReadOnlySpan<byte> line, bool isOpen, Span<byte> row, out int column)
    {
        var taken = column = 0;
        if (line[0] == '.' || line.StartsWith("From "u8))
            column = Escape(line[taken++], row);

        while (taken < line.Length)
        {
            // The last octet of a line has rules of its own, so a run of plain ones ends before it.
            var run = line[taken..^1];
            run = Plain(run[..Math.Min(run.Length, MaxColumns - 1 - column)]);
            run.CopyTo(row[column..]);
            taken += run.Length;
            column += run.Length;

            var isLast = taken == line.Length - 1 && !isOpen;
            var isPlain = PlainOctets.Contains(line[taken]) && !(isLast && line[taken] is (byte)' ' or (byte)'\t');
            if (column + (isPlain ? 1 : 3) > (isLast ? MaxColumns : MaxColumns - 1))
                break;

            column += isPlain ? Copy(line[taken], row[column..]) : Escape(line[taken], row[column..]);
            taken++;
        }

        return taken;
    }

    private static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> octets)
    {
        var length = octets.IndexOfAnyExcept(PlainOctets);
        return length < 0 ? octets : octets[..length];
    }

    private static int Copy(byte octet, Span<byte> row)
    {
        row[0] = octet;
        return 1;
    }

    private static int Escape(byte octet, Span<byte> row)
    {
        var digits = "0123456789ABCDEF"u8;
        row[0] = (byte)'=';
        row[1] = digits[octet >> 4];
        row[2] = digits[octet & 0xF];
        return 3;
    }
}
