using System.Globalization;
using System.IO.Compression;

namespace Digest.Gather.Web;

/// <summary>
/// Reads the body of an answer whole and unfolds it, within bounds: bytes, the ratio of what came to what it unfolds
/// to, and silence.
/// </summary>
internal sealed class BodyReader(int limit, TimeSpan idle, TimeProvider clock)
{
    /// <summary>The ways of compressing that are understood, as Accept-Encoding says them.</summary>
    public const string Encodings = "gzip, deflate, br";

    // No text that people write shrinks so far; what does is made to unfold.
    private const int MostRatio = 100;
    private const int RatioFrom = 1024 * 1024;
    private const int MostLayers = 2;

    // At the end of a member the next one's header would begin; checksums guard what comes before.
    private const int GzipLooksBeyond = 8;
    private const int Step = 64 * 1024;

    /// <returns>The bytes, or why they were not read on.</returns>
    /// <exception cref="IOException">The connection broke, or fell silent.</exception>
    /// <exception cref="InvalidDataException">It is not compressed as it says, or ends before its end.</exception>
    public async Task<(byte[]? Bytes, string? Refusal)> ReadAsync(
        HttpContent content, CancellationToken cancellationToken)
    {
        var layers = Layers(content);
        if (layers.Count > MostLayers || layers.Find(layer => !IsKnown(layer)) is not null)
            return (null, $"the answer is compressed as '{string.Join(", ", layers)}', which is not understood");

        await using var raw = await content.ReadAsStreamAsync(cancellationToken);
        await using var counted = new CountedStream(raw, idle, clock);
        var ends = new List<(EndMarkStream Stream, int MostTaken)>();
        Stream body = counted;
        foreach (var layer in Enumerable.Reverse(layers))
        {
            var end = new EndMarkStream(body);
            ends.Add((end, layer.EndsWith("gzip", StringComparison.Ordinal) ? GzipLooksBeyond : 0));
            body = await UnfoldedAsync(end, layer, cancellationToken);
        }

        await using (body)
        {
            var read = await ReadAsync(body, layers.Count > 0 ? counted : null, cancellationToken);
            return read.Bytes is null || ends.TrueForAll(end => end.Stream.Taken <= end.MostTaken)
                ? read
                : throw new InvalidDataException("it breaks off");
        }
    }

    private async Task<(byte[]? Bytes, string? Refusal)> ReadAsync(
        Stream body, CountedStream? folded, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[Step];
        int read;
        while ((read = await StepAsync(body, buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
                return (null, CappedRead.TooLarge(limit));

            bytes.Write(buffer, 0, read);
            if (bytes.Length > RatioFrom && bytes.Length > folded?.Count * MostRatio)
                return (null, Bomb());
        }

        return (bytes.ToArray(), null);
    }

    private static async Task<int> StepAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidOperationException error)
        {
            // How the brotli stream says that it is given something else.
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static List<string> Layers(HttpContent content) =>
    [
        .. content.Headers.ContentEncoding
            .Select(layer => layer.ToLowerInvariant())
            .Where(layer => layer is not ("identity" or "")),
    ];

    private static bool IsKnown(string layer) => layer is "gzip" or "x-gzip" or "deflate" or "br";

    private static async Task<Stream> UnfoldedAsync(Stream inner, string layer, CancellationToken cancellationToken)
    {
        switch (layer)
        {
            case "br":
                return new BrotliStream(inner, CompressionMode.Decompress);
            case "deflate":
                return await DeflatedAsync(inner, cancellationToken);
            default:
                return new GZipStream(inner, CompressionMode.Decompress);
        }
    }

    /// <summary>RFC 9110 section 8.4.1.2: "deflate" is the zlib form, but some servers send the bare one.</summary>
    private static async Task<Stream> DeflatedAsync(Stream inner, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        var read = await inner.ReadAsync(first, cancellationToken);
        var whole = new PrefixedStream(first.AsMemory(0, read), inner);
        return read == 1 && (first[0] & 0x0F) == 8
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }

    private static string Bomb() => string.Create(
        CultureInfo.InvariantCulture, $"it unfolds to more than {MostRatio} times its size");
}
