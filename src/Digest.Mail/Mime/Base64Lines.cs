using System.Buffers;
using System.Buffers.Text;

namespace Digest.Mail.Mime;

/// <summary>Base64 in lines of 76 columns, CRLF after each (RFC 2045 §6.8).</summary>
internal static class Base64Lines
{
    private const int OctetsPerLine = 57;
    private const int Columns = 76;

    public static void Encode(ReadOnlySpan<byte> octets, IBufferWriter<byte> output)
    {
        while (octets.Length > 0)
        {
            var taken = Math.Min(OctetsPerLine, octets.Length);
            var line = output.GetSpan(Columns + 2);
            Base64.EncodeToUtf8(octets[..taken], line, out _, out var column);
            "\r\n"u8.CopyTo(line[column..]);
            output.Advance(column + 2);
            octets = octets[taken..];
        }
    }
}
