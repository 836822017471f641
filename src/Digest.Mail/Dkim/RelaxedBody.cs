using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Digest.Mail.Dkim;

/// <summary>
/// The relaxed form of a body (RFC 6376 §3.4.4): runs of white space become one space, none stays at a line's end, no
/// empty line stays at the body's end, a body that is not empty ends in CRLF. An empty body stays empty.
/// </summary>
internal static class RelaxedBody
{
    public const int HashLength = SHA256.HashSizeInBytes;
    private static readonly int Block = Vector256<byte>.Count;

    /// <summary>The SHA-256 of the relaxed form.</summary>
    public static void Hash(ReadOnlySpan<byte> body, Span<byte> hash)
    {
        // What this project writes in base64 is in its relaxed form already.
        body = WithoutEmptyEnd(body);
        if (body.EndsWith("\r\n"u8) && PlainLength(body) == body.Length)
        {
            SHA256.HashData(body, hash);
            return;
        }

        var octets = ArrayPool<byte>.Shared.Rent(body.Length + 2);
        SHA256.HashData(octets.AsSpan(0, Write(body, octets)), hash);
        ArrayPool<byte>.Shared.Return(octets);
    }

    /// <summary>Writes the relaxed form.</summary>
    /// <param name="body">Any octets.</param>
    /// <param name="output">At least two octets longer than the body.</param>
    /// <returns>How many octets it has.</returns>
    public static int Write(ReadOnlySpan<byte> body, Span<byte> output)
    {
        body = WithoutEmptyEnd(body);
        var length = 0;
        for (var rest = body; rest.Length > 0;)
        {
            var plain = PlainLength(rest);
            rest[..plain].CopyTo(output[length..]);
            rest = rest[plain..];
            length += plain;

            // What is not plain is white space: a run of it is one space, and at a line's end nothing.
            var run = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
            rest = run < 0 ? [] : rest[run..];
            if (rest.Length > 0 && !rest.StartsWith("\r\n"u8))
                output[length++] = (byte)' ';
        }

        if (body.Length > 0 && !body.EndsWith("\r\n"u8))
        {
            "\r\n"u8.CopyTo(output[length..]);
            length += 2;
        }

        return length;
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

    /// <summary>How much stands as it is: no tab, and no space before another or before a line's end.</summary>
    private static int PlainLength(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        for (; length + Block < rest.Length; length += Block)
        {
            var found = NotPlain(Vector256.Create(rest[length..]), Vector256.Create(rest[(length + 1)..]));
            if (found != Vector256<byte>.Zero)
                return length + BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
        }

        var end = rest[length..].IndexOfAny((byte)' ', (byte)'\t');
        return end < 0 ? rest.Length : length + end;
    }

    /// <summary>A space before any control counts too: that is a little work, and no other result.</summary>
    private static Vector256<byte> NotPlain(Vector256<byte> octets, Vector256<byte> next)
    {
        var space = Vector256.Create((byte)' ');
        return Vector256.Equals(octets, Vector256.Create((byte)'\t'))
            | (Vector256.Equals(octets, space) & Vector256.LessThanOrEqual(next, space));
    }
}
