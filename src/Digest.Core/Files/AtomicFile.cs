using System.Text;

namespace Digest.Files;

/// <summary>
/// Writes whole files: first a temporary one beside the target, then a rename, so that nobody sees half a file.
/// </summary>
public static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        WriteAsync(path, Utf8.GetBytes(text), cancellationToken);

    /// <exception cref="IOException">The folder cannot be written or the disk is full; the old file is
    /// untouched.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        PrepareFolder(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteThroughAsync(temporary, bytes, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void PrepareFolder(string folder)
    {
        // The system says only that the file exists already.
        if (File.Exists(folder))
            throw new IOException($"{folder} is a file where a folder must be");

        Directory.CreateDirectory(folder);
    }

    private static async Task WriteThroughAsync(
        string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        await using var stream = new FileStream(path, options);
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);

        // Without this a power cut after the rename could leave an empty file under the final name.
        stream.Flush(flushToDisk: true);
    }
}
