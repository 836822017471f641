using System.Runtime.CompilerServices;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Reads a Maildir folder, <c>new</c> before <c>cur</c>, each by file name. Nothing is moved, marked or deleted; other
/// programs may deliver and move messages meanwhile, and a file that is gone when its turn comes is passed over.
/// </summary>
public static class MaildirReader
{
    /// <summary>A longer message is cut off there.</summary>
    public const int MaxMessageOctets = MboxReader.MaxMessageOctets;

    /// <summary>Reads one message at a time. A folder that is not there is empty.</summary>
    public static async IAsyncEnumerable<MaildirMessage> ReadAsync(
        string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in Files(Path.Combine(folder, "new")).Concat(Files(Path.Combine(folder, "cur"))))
            if (await ReadFileAsync(path, cancellationToken) is { } message)
                yield return message;
    }

    /// <summary>
    /// Dot files are other programs' own; a link could lead anywhere; what is empty may be a pipe, whose opening would
    /// wait for a writer.
    /// </summary>
    private static List<string> Files(string folder) => !Directory.Exists(folder)
        ? []
        : new DirectoryInfo(folder).EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.') && !file.Attributes.HasFlag(FileAttributes.ReparsePoint))
            .Where(file => file.Exists && file.Length > 0)
            .Select(file => file.FullName)
            .Order(StringComparer.Ordinal)
            .ToList();

    private static async Task<MaildirMessage?> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
            var octets = new byte[Math.Min(file.Length, MaxMessageOctets)];
            var read = await file.ReadAtLeastAsync(octets, octets.Length, throwOnEndOfStream: false, cancellationToken);
            return new MaildirMessage(path, FlagsOf(path), octets.AsMemory(0, read), file.Length > MaxMessageOctets);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static string FlagsOf(string path)
    {
        var name = Path.GetFileName(path);
        var info = name.LastIndexOf(":2,", StringComparison.Ordinal);
        return info < 0 ? "" : name[(info + 3)..];
    }
}
