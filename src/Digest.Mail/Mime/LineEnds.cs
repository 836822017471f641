using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime;

/// <summary>Line ends as mail wants them.</summary>
internal static class LineEnds
{
    /// <summary>
    /// The text as UTF-8, where every CRLF, LF or lone CR is CRLF and the text ends with one. NUL, which no mail may
    /// hold, goes; half a surrogate pair becomes the replacement character.
    /// </summary>
    public static void Write(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        var isOpen = true;
        while (text.Length > 0)
        {
            var end = text.IndexOfAny('\r', '\n', '\0');
            var line = end < 0 ? text : text[..end];
            Encoding.UTF8.GetBytes(line, output);
            isOpen = end < 0 || (text[end] == '\0' && (isOpen || end > 0));
            if (end >= 0 && text[end] != '\0')
                output.Write("\r\n"u8);

            text = end < 0 ? [] : text[(end + (text[end..].StartsWith("\r\n") ? 2 : 1))..];
        }

        if (isOpen)
            output.Write("\r\n"u8);
    }
}
