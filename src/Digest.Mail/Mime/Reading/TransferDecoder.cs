using System.Buffers;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>Undoes a transfer encoding. Every decoder gives at most as many octets as it was given.</summary>
internal static class TransferDecoder
{
    private static readonly SearchValues<byte> AfterToken = SearchValues.Create(" \t\r\n;,(\""u8);

    /// <summary>The encoding that a field <c>Content-Transfer-Encoding</c> names: <c>base64; x</c> is base64.</summary>
    public static TransferEncoding Read(ReadOnlySpan<byte> value)
    {
        value = value.TrimStart(" \t\r\n\""u8);
        var end = value.IndexOfAny(AfterToken);
        var token = end < 0 ? value : value[..end];
        if (token.IsEmpty || IsAny(token, "7bit", "8bit", "binary", "7-bit", "8-bit"))
            return TransferEncoding.AsItIs;
        if (IsAny(token, "base64", "base-64", "b64"))
            return TransferEncoding.Base64;
        if (IsAny(token, "quoted-printable", "quotedprintable", "quoted_printable"))
            return TransferEncoding.QuotedPrintable;
        return IsAny(token, "x-uuencode", "uuencode", "x-uue", "uue")
            ? TransferEncoding.UuEncode
            : TransferEncoding.Unknown;
    }

    /// <summary>The body decoded, or the very same memory if there is nothing to do.</summary>
    public static ReadOnlyMemory<byte> Decode(TransferEncoding encoding, ReadOnlyMemory<byte> body, out string? defect)
    {
        defect = null;
        switch (encoding)
        {
            case TransferEncoding.Base64:
                return Base64Decoder.Decode(body.Span, out defect);
            case TransferEncoding.QuotedPrintable:
                return QuotedPrintableDecoder.Decode(body.Span, out defect);
            case TransferEncoding.UuEncode:
                return UuDecoder.Decode(body);
            case TransferEncoding.Unknown:
                defect = Defect.UnknownEncoding;
                return body;
            default:
                return body;
        }
    }

    private static bool IsAny(ReadOnlySpan<byte> token, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Ascii.EqualsIgnoreCase(token, name))
                return true;
        return false;
    }
}
