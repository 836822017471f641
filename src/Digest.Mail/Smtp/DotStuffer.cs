using System.Buffers;

namespace Digest.Mail.Smtp;

/// <summary>
/// Prepares a message for DATA, chunk by chunk (RFC 5321 §4.5.2): a dot at the start of a line is doubled, and lone CR
/// or LF become CRLF, so that no server can see an end of data that another does not (SMTP smuggling, CVE-2023-51764).
/// The state between chunks is the last octet seen, so the result does not depend on where the chunks are cut.
/// </summary>
internal sealed class DotStuffer(IBufferWriter<byte> output)
{
    private byte _last = (byte)'\n';

    public void Write(ReadOnlySpan<byte> chunk)
    {
        foreach (var octet in chunk)
            Write(octet);
    }

    /// <summary>Ends the last line and writes the final dot.</summary>
    public void Complete()
    {
        if (_last == '\r')
            output.Write("\n"u8);
        else if (_last != '\n')
            output.Write("\r\n"u8);
        output.Write(".\r\n"u8);
        _last = (byte)'\n';
    }

    private void Write(byte octet)
    {
        if (_last == '\r' && octet != '\n')
            Put((byte)'\n');
        else if (_last != '\r' && octet == '\n')
            Put((byte)'\r');

        if (_last == '\n' && octet == '.')
            output.Write("."u8);
        Put(octet);
    }

    private void Put(byte octet)
    {
        output.GetSpan(1)[0] = octet;
        output.Advance(1);
        _last = octet;
    }
}
