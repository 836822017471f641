using System.Security.Cryptography;
using Digest.Model;

namespace Digest.Deliver;

/// <summary>
/// The keys of unsubscribe tokens: files <c>unsubscribe*.key</c> in <c>keys</c> below the data folder, 32 random octets
/// each, readable by the program's user alone. The first is made when it is needed. To rotate, put a newer file beside
/// it: the newest mints, all verify, and none may be deleted while a letter it signed lies in an inbox. Return
/// paths are made with the same keys, for another purpose that is part of what is hashed.
/// </summary>
public static class UnsubscribeKeys
{
    private const int KeyLength = 32;
    private const string FirstName = "unsubscribe.key";

    /// <summary>Newest first; at least one.</summary>
    /// <exception cref="DigestException">The folder cannot be read or written, or a key is too short.</exception>
    public static IReadOnlyList<byte[]> Load(PathsOptions paths)
    {
        var folder = Path.Combine(paths.Data, "keys");
        try
        {
            var files = Find(folder);
            if (files.Count == 0)
            {
                Create(Path.Combine(folder, FirstName));
                files = Find(folder);
            }

            return [.. files.Select(Read)];
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DigestException(
                $"The keys of unsubscribe links in {folder} cannot be used ({trouble.Message}): "
                + "allow reading and writing there",
                trouble);
        }
    }

    private static List<FileInfo> Find(string folder) =>
    [
        .. Directory.CreateDirectory(folder).EnumerateFiles("unsubscribe*.key")
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .ThenByDescending(file => file.Name, StringComparer.Ordinal),
    ];

    private static byte[] Read(FileInfo file)
    {
        var key = File.ReadAllBytes(file.FullName);
        return key.Length >= KeyLength
            ? key
            : throw new DigestException(
                $"{file.FullName} has {key.Length} octets, a key has {KeyLength}: restore it from a backup");
    }

    /// <summary>Written aside and linked into place: two programs that start together end up with one key.</summary>
    private static void Create(string path)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // The other program was first; its key is read next.
            File.Delete(temporary);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
