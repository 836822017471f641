using System.Text;

namespace Digest.Mail.Mime;

/// <summary>
/// Quoted-printable of text with CRLF line ends (RFC 2045 §6.7): at most 76 columns, soft breaks never inside
/// <c>=XX</c>, white space at a line's end encoded. A dot or the word "From " at the start of a line is encoded too,
/// so that neither a careless relay nor an mbox file changes the text.
/// </summary>
internal static class QuotedPrintable
{
    private const int MaxColumns = 76;
    private const string Digits = "0123456789ABCDEF";

    public static string Encode(ReadOnlySpan<byte> text)
    {
        var result = new StringBuilder(text.Length + (text.Length / 8));
        while (text.Length > 0)
        {
            var end = text.IndexOf("\r\n"u8);
            EncodeLine(end < 0 ? text : text[..end], result);
            result.Append("\r\n");
            text = end < 0 ? [] : text[(end + 2)..];
        }

        return result.ToString();
    }

    private static void EncodeLine(ReadOnlySpan<byte> line, StringBuilder result)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            var isEncoded = MustEncode(line[i], isLast) || (column == 0 && NeedsGuard(line[i..]));

            // The last piece of a line needs no room for the soft break's equals sign.
            if (column + (isEncoded ? 3 : 1) > (isLast ? MaxColumns : MaxColumns - 1))
            {
                result.Append("=\r\n");
                column = 0;
                isEncoded |= NeedsGuard(line[i..]);
            }

            column += Append(line[i], isEncoded, result);
        }
    }

    private static int Append(byte octet, bool isEncoded, StringBuilder result)
    {
        if (!isEncoded)
        {
            result.Append((char)octet);
            return 1;
        }

        result.Append('=').Append(Digits[octet >> 4]).Append(Digits[octet & 0xF]);
        return 3;
    }

    private static bool MustEncode(byte octet, bool isLast) => octet switch
    {
        (byte)' ' or (byte)'\t' => isLast,
        (byte)'=' => true,
        _ => octet is < 33 or > 126,
    };

    private static bool NeedsGuard(ReadOnlySpan<byte> rest) => rest[0] == '.' || rest.StartsWith("From "u8);
}
