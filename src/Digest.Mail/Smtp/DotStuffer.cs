using System.Buffers;

namespace Digest.Mail.Smtp;

/// <summary>
/// Prepares a message for DATA, chunk by chunk (RFC 5321 §4.5.2): a dot at the start of a line is doubled, and lone CR
/// or LF become CRLF, so that no server can see an end of data that another does not (SMTP smuggling, CVE-2023-51764).
/// The state between chunks is the last octet seen, so the result does not depend on where the chunks are cut.
/// </summary>
/// <param name="output">Where the lines go. The final dot is not among them.</param>
/// <param name="doublesDots">False for BDAT, which is counted and has no final dot (RFC 3030 §2).</param>
internal sealed class DotStuffer(IBufferWriter<byte> output, bool doublesDots = true)
{
    private byte _last = (byte)'\n';

    public void Write(ReadOnlySpan<byte> chunk)
    {
        while (!chunk.IsEmpty)
        {
            var run = chunk.IndexOfAny((byte)'\r', (byte)'\n');
            if (run != 0)
            {
                run = run < 0 ? chunk.Length : run;
                WriteText(chunk[..run]);
                chunk = chunk[run..];
                continue;
            }

            WriteLineEnd(chunk[0]);
            chunk = chunk[1..];
        }
    }

    /// <summary>Ends the last line.</summary>
    public void Complete()
    {
        if (_last == '\r')
            output.Write("\n"u8);
        else if (_last != '\n')
            output.Write("\r\n"u8);
        _last = (byte)'\n';
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        if (_last == '\r')
            output.Write("\n"u8);
        if (doublesDots && _last is (byte)'\r' or (byte)'\n' && text[0] == '.')
            output.Write("."u8);
        output.Write(text);
        _last = text[^1];
    }

    private void WriteLineEnd(byte octet)
    {
        if (_last == '\r' && octet == '\r')
            output.Write("\n\r"u8);
        else if (_last != '\r' && octet == '\n')
            output.Write("\r\n"u8);
        else
            output.Write([octet]);
        _last = octet;
    }
}
