using System.Buffers;

namespace Digest.Mail.Dkim;

/// <summary>
/// The relaxed form of a body (RFC 6376 §3.4.4): runs of white space become one space, none stays at a line's end, no
/// empty line stays at the body's end, a body that is not empty ends in CRLF. An empty body stays empty.
/// </summary>
internal static class RelaxedBody
{
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> body)
    {
        var result = new ArrayBufferWriter<byte>(body.Length + 2);
        var emptyLines = 0;
        while (body.Length > 0)
        {
            var end = body.IndexOf("\r\n"u8);
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t"u8);
            body = end < 0 ? [] : body[(end + 2)..];
            if (line.Length == 0)
            {
                emptyLines++;
                continue;
            }

            for (; emptyLines > 0; emptyLines--)
                result.Write("\r\n"u8);
            WriteLine(line, result);
        }

        return result.WrittenSpan;
    }

    private static void WriteLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> result)
    {
        var wasSpace = false;
        foreach (var octet in line)
        {
            var isSpace = octet is (byte)' ' or (byte)'\t';
            if (!isSpace)
                result.Write([octet]);
            else if (!wasSpace)
                result.Write(" "u8);
            wasSpace = isSpace;
        }

        result.Write("\r\n"u8);
    }
}
