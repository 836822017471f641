using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Digest.Mail.Mime;

/// <summary>Which of the two encodings of RFC 2045 §6 a body gets, and the body in it.</summary>
internal static class EncodedBody
{
    /// <summary>
    /// Where base64 becomes shorter than quoted-printable: at about 17 % of octets beyond ASCII (measured,
    /// standards.md M7). Base64 of plain ASCII would look like spam to filters.
    /// </summary>
    private const double Base64Share = 0.17;

    public static bool IsBase64Shorter(ReadOnlySpan<byte> octets) =>
        CountBeyondAscii(octets) > octets.Length * Base64Share;

    /// <summary>The last header line of a part, the empty line and the body.</summary>
    public static void Write(ReadOnlySpan<byte> octets, bool useBase64, IBufferWriter<byte> output)
    {
        WriteName(useBase64, output);
        if (useBase64)
            Base64Lines.Encode(octets, output);
        else
            QuotedPrintable.Encode(octets, output);
    }

    /// <summary>The last header line of a part and the empty line.</summary>
    public static void WriteName(bool useBase64, IBufferWriter<byte> output) => output.Write(useBase64
        ? "Content-Transfer-Encoding: base64\r\n\r\n"u8
        : "Content-Transfer-Encoding: quoted-printable\r\n\r\n"u8);

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
