using System.Runtime.CompilerServices;
using Digest.Mail.Mime.Reading;

namespace Digest.Gather.Mailbox;

/// <summary>
/// The mails of a Maildir, of a folder of <c>.eml</c> files, of a mailbox file or of one mail. Nothing is moved,
/// marked or deleted.
/// </summary>
internal static class MailboxFiles
{
    // A program that is still writing the last mail of a file writes on within seconds.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    /// <param name="path">A file or a folder that is there.</param>
    /// <param name="now">The moment of the run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        string path, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
            return ReadFileAsync(path, now, cancellationToken);

        return Directory.Exists(Path.Combine(path, "new")) || Directory.Exists(Path.Combine(path, "cur"))
            ? ReadMaildirAsync(path, cancellationToken)
            : ReadFolderAsync(path, now, cancellationToken);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadMaildirAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in MaildirReader.ReadAsync(path, cancellationToken))
            yield return message.Octets;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadFolderAsync(
        string path, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = new DirectoryInfo(path).EnumerateFiles("*.eml")
            .Where(file => !file.Attributes.HasFlag(FileAttributes.ReparsePoint))
            .Select(file => file.FullName)
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var file in files)
        {
            await foreach (var message in ReadFileAsync(file, now, cancellationToken))
                yield return message;
        }
    }

    /// <summary>
    /// The last mail is held back while somebody may still be writing it: a mailbox file ends with a blank line.
    /// </summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadFileAsync(
        string path, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        ReadOnlyMemory<byte>? held = null;
        await foreach (var message in MboxReader.ReadAsync(file, cancellationToken))
        {
            if (held is { } whole)
                yield return whole;
            held = message.Octets;
        }

        if (held is { } last && (EndsWithBlankLine(file) || now - File.GetLastWriteTimeUtc(path) >= Settled))
            yield return last;
    }

    private static bool EndsWithBlankLine(FileStream file)
    {
        Span<byte> end = stackalloc byte[4];
        file.Seek(-Math.Min(end.Length, file.Length), SeekOrigin.End);
        end = end[..file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false)];
        return end.EndsWith("\n\n"u8) || end.EndsWith("\r\n\r\n"u8);
    }
}
