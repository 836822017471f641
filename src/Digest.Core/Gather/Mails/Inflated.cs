using System.IO.Compression;

namespace Digest.Gather.Mails;

/// <summary>
/// The octets of a download that may be compressed, whatever its name says. What was packed may unfold without end, so
/// there is a cap; what was cut off is kept as far as it goes.
/// </summary>
/// <param name="Octets">Null if there are more than the cap.</param>
/// <param name="IsCut">True if the end is missing.</param>
internal sealed record Inflated(ReadOnlyMemory<byte>? Octets, bool IsCut)
{
    private const int Step = 64 * 1024;

    // The shortest member: ten octets of header, two of an empty block, eight of checksum and length.
    private const int ShortestGzip = 20;

    public static Inflated Of(ReadOnlyMemory<byte> download, int limit)
    {
        if (!download.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return new Inflated(download.Length > limit ? null : download, IsCut: false);

        using var output = new MemoryStream();
        var isWhole = TryInflate(download, output, limit);
        if (output.Length > limit)
            return new Inflated(null, IsCut: false);

        return new Inflated(output.ToArray(), !isWhole || !EndsWithLength(download.Span, output.Length));
    }

    private static bool TryInflate(ReadOnlyMemory<byte> download, MemoryStream output, int limit)
    {
        using var gzip = new GZipStream(new MemoryStream(download.ToArray()), CompressionMode.Decompress);
        var buffer = new byte[Step];
        try
        {
            int read;
            while (output.Length <= limit && (read = gzip.Read(buffer)) > 0)
                output.Write(buffer.AsSpan(0, read));
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return false;
        }
    }

    /// <summary>
    /// RFC 1952 §2.3.1: a member ends with its length. The last of several members has only its own there, which is
    /// not more than the whole.
    /// </summary>
    private static bool EndsWithLength(ReadOnlySpan<byte> download, long length) =>
        download.Length >= ShortestGzip && BitConverter.ToUInt32(download[^4..]) is var last
        && (last == length || (last < length && HasSecondMember(download)));

    private static bool HasSecondMember(ReadOnlySpan<byte> download) =>
        download[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) >= 0;
}
