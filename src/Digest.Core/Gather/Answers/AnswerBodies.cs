using System.IO.Compression;
using System.Security.Cryptography;

namespace Digest.Gather.Answers;

/// <summary>Bodies of answers by their SHA-256, compressed, each once however often it came.</summary>
internal sealed class AnswerBodies(string folder)
{
    private const string Suffix = ".gz";

    // Far above every cap on what is read: more was put there to unfold.
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The hash of bytes that are kept from now on.</summary>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            await using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
                await gzip.WriteAsync(bytes, cancellationToken);

            File.Move(temporary, path, overwrite: true);
            return hash;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <exception cref="IOException">It is not there, or is damaged; the message says which.</exception>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken cancellationToken)
    {
        if (hash.Length != SHA256.HashSizeInBytes * 2 || !hash.All(char.IsAsciiHexDigitLower))
            throw new IOException($"'{hash}' is no SHA-256 of a kept answer");

        var path = PathOf(hash);
        if (!File.Exists(path))
            throw new IOException($"its kept answer {path} is missing");

        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        try
        {
            var all = await CappedRead.ReadAsync(gzip, MostBytes, cancellationToken);
            return all is not null && Convert.ToHexStringLower(SHA256.HashData(all)) == hash
                ? all
                : throw new InvalidDataException();
        }
        catch (InvalidDataException error)
        {
            throw new IOException($"its kept answer {path} is damaged", error);
        }
    }

    /// <summary>Deletes every body that is not among the given hashes.</summary>
    public void Sweep(IReadOnlySet<string> used)
    {
        if (!Directory.Exists(folder))
            return;

        foreach (var path in Directory.EnumerateFiles(folder, $"*{Suffix}", SearchOption.AllDirectories))
        {
            if (!used.Contains(Path.GetFileNameWithoutExtension(path)))
                File.Delete(path);
        }
    }

    /// <summary>The size of a kept body on disk; 0 if it is not there.</summary>
    public long SizeOf(string hash)
    {
        var file = new FileInfo(PathOf(hash));
        return file.Exists ? file.Length : 0;
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash + Suffix);
}
