using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Digest.Mail.Mime;

/// <summary>One encoded text part: its header lines, an empty line, its body.</summary>
internal static class BodyPart
{
    /// <summary>
    /// Where base64 becomes shorter than quoted-printable: at about 17 % of octets beyond ASCII (measured,
    /// standards.md M7). Base64 of plain ASCII would look like spam to filters.
    /// </summary>
    private const double Base64Share = 0.17;

    public static void Write(string mediaType, string text, IBufferWriter<byte> output)
    {
        using var octets = new PooledBuffer(text.Length + 64);
        LineEnds.Write(text, octets);
        if (WriteHeader(mediaType, octets.WrittenSpan, output))
            Base64Lines.Encode(octets.WrittenSpan, output);
        else
            QuotedPrintable.Encode(octets.WrittenSpan, output);
    }

    /// <summary>The header lines and the empty line after them.</summary>
    /// <returns>True where the body is to be base64, false where it is to be quoted-printable.</returns>
    public static bool WriteHeader(string mediaType, ReadOnlySpan<byte> octets, IBufferWriter<byte> output)
    {
        var headers = new HeaderWriter(output);
        headers.Add(HeaderField.Structured("Content-Type", $"{mediaType}; charset=utf-8"));
        var useBase64 = IsBase64Shorter(octets);
        var encoding = useBase64 ? "base64" : "quoted-printable";
        headers.Add(HeaderField.Structured("Content-Transfer-Encoding", encoding));
        output.Write("\r\n"u8);
        return useBase64;
    }

    public static bool IsBase64Shorter(ReadOnlySpan<byte> octets) =>
        CountBeyondAscii(octets) > octets.Length * Base64Share;

    private static int CountBeyondAscii(ReadOnlySpan<byte> octets)
    {
        var count = 0;
        for (; octets.Length >= Vector256<byte>.Count; octets = octets[Vector256<byte>.Count..])
            count += BitOperations.PopCount(Vector256.Create(octets).ExtractMostSignificantBits());
        foreach (var octet in octets)
            count += octet >> 7;
        return count;
    }
}
