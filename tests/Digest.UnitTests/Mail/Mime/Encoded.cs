using System.Buffers;
using System.Text;
using Digest.Mail.Mime;

namespace Digest.UnitTests.Mail.Mime;

/// <summary>What the encoders of the writer make of a value.</summary>
internal static class Encoded
{
    public static string QuotedPrintable(ReadOnlySpan<byte> octets)
    {
        var output = new ArrayBufferWriter<byte>();
        Digest.Mail.Mime.QuotedPrintable.Encode(octets, output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    public static string Base64(ReadOnlySpan<byte> octets)
    {
        var output = new ArrayBufferWriter<byte>();
        Base64Lines.Encode(octets, output);
        return Encoding.ASCII.GetString(output.WrittenSpan);
    }

    public static string Lines(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        LineEnds.Write(text, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
