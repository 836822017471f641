using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Pages;

/// <summary>
/// The bytes of a file in one coding. The entity tag is a hash of exactly these bytes, so it is strong and differs from
/// coding to coding, as RFC 9110 §8.8.3.3 asks.
/// </summary>
public sealed record Representation(ReadOnlyMemory<byte> Bytes, ContentCoding Coding, EntityTagHeaderValue Tag)
{
    public static Representation Of(ReadOnlyMemory<byte> plain, ContentCoding wanted)
    {
        var coded = Compress(plain, wanted);
        var (bytes, coding) = coded.Length < plain.Length ? (coded, wanted) : (plain, ContentCoding.Identity);
        return new Representation(bytes, coding, TagOf(bytes.Span));
    }

    private static ReadOnlyMemory<byte> Compress(ReadOnlyMemory<byte> plain, ContentCoding coding)
    {
        if (coding == ContentCoding.Identity)
            return plain;

        using var target = new MemoryStream();
        using (Stream compressor = coding == ContentCoding.Brotli
            ? new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true)
            : new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            compressor.Write(plain.Span);
        }

        return target.ToArray();
    }

    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> bytes)
    {
        var hash = SHA256.HashData(bytes);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"");
    }
}
