using System.Globalization;

namespace Digest.Gather;

/// <summary>Reads a stream whole, but never more than a cap: what was compressed may unfold without end.</summary>
internal static class CappedRead
{
    private const int Step = 64 * 1024;

    /// <returns>Null if the stream holds more than <paramref name="limit"/> bytes.</returns>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[Step];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > limit)
                return null;

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<byte[]?> ReadFileAsync(string path, int limit, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        };
        await using var file = new FileStream(path, options);
        return await ReadAsync(file, limit, cancellationToken);
    }

    public static string TooLarge(int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"it has more than {limit} bytes, the most that is read");
}
