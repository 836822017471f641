using System.Buffers;
using System.Security.Cryptography;

namespace Digest.Mail.Dkim;

/// <summary>
/// The relaxed form of a body (RFC 6376 §3.4.4): runs of white space become one space, none stays at a line's end, no
/// empty line stays at the body's end, a body that is not empty ends in CRLF. An empty body stays empty.
/// </summary>
internal static class RelaxedBody
{
    public const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The SHA-256 of the relaxed form. A body in base64 is its own relaxed form and is not copied.</summary>
    public static void Hash(ReadOnlySpan<byte> body, Span<byte> hash)
    {
        body = WithoutEmptyEnd(body);
        if (IsRelaxed(body))
        {
            SHA256.HashData(body, hash);
            return;
        }

        var octets = ArrayPool<byte>.Shared.Rent(body.Length + 2);
        var length = Write(body, octets);
        SHA256.HashData(octets.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(octets);
    }

    public static byte[] Of(ReadOnlySpan<byte> body)
    {
        var result = new byte[body.Length + 2];
        var length = Write(WithoutEmptyEnd(body), result);
        return result[..length];
    }

    /// <summary>Without the empty lines, and the lines of white space alone, at the end.</summary>
    private static ReadOnlySpan<byte> WithoutEmptyEnd(ReadOnlySpan<byte> body)
    {
        var kept = body;
        for (var isEmpty = true; isEmpty && body.Length > 0;)
        {
            kept = body;
            var line = (body.EndsWith("\r\n"u8) ? body[..^2] : body).TrimEnd(" \t"u8);
            isEmpty = line.IsEmpty || line.EndsWith("\r\n"u8);
            body = line;
        }

        return body.IsEmpty ? body : kept;
    }

    private static bool IsRelaxed(ReadOnlySpan<byte> body) => (body.IsEmpty || body.EndsWith("\r\n"u8))
        && !body.Contains((byte)'\t') && body.IndexOf("  "u8) < 0 && body.IndexOf(" \r\n"u8) < 0;

    private static int Write(ReadOnlySpan<byte> body, Span<byte> output)
    {
        var length = 0;
        while (body.Length > 0)
        {
            var end = body.IndexOf("\r\n"u8);
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t"u8);
            body = end < 0 ? [] : body[(end + 2)..];
            length += WriteLine(line, output[length..]);
            "\r\n"u8.CopyTo(output[length..]);
            length += 2;
        }

        return length;
    }

    private static int WriteLine(ReadOnlySpan<byte> line, Span<byte> output)
    {
        var length = 0;
        var wasSpace = false;
        foreach (var octet in line)
        {
            var isSpace = octet is (byte)' ' or (byte)'\t';
            if (!isSpace || !wasSpace)
                output[length++] = isSpace ? (byte)' ' : octet;
            wasSpace = isSpace;
        }

        return length;
    }
}
