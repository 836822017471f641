using System.Buffers;

namespace Digest.Mail.Mime;

/// <summary>Text in UTF-8, its line ends made CRLF; quoted-printable or base64, whichever is shorter.</summary>
internal sealed record TextPart(string MediaType, string Text) : IMimePart
{
    public void Write(IBufferWriter<byte> output)
    {
        using var octets = new PooledBuffer(Text.Length + 64);
        LineEnds.Write(Text, octets);
        WriteType(output);
        EncodedBody.Write(octets.WrittenSpan, EncodedBody.IsBase64Shorter(octets.WrittenSpan), output);
    }

    public void WriteType(IBufferWriter<byte> output) =>
        new HeaderWriter(output).Add("Content-Type", MediaType, ["charset=utf-8"]);
}
