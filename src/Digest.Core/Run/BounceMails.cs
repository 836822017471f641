using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Digest.Mail.Mime.Reading;
using Digest.Model;

namespace Digest.Run;

/// <summary>
/// Reads mails that came back from where hosts put them: a Maildir, a folder of <c>.eml</c> files, a mailbox file, one
/// mail. Nothing is moved, marked or deleted.
/// </summary>
public static class BounceMails
{
    /// <param name="path">A file or a folder.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DigestException">There is nothing, or it cannot be read.</exception>
    public static IAsyncEnumerable<BounceMail> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
            return ReadFileAsync(path, cancellationToken);
        if (!Directory.Exists(path))
            throw new DigestException($"{path}: there is no such file or folder") { ExitCode = 2 };

        return Directory.Exists(Path.Combine(path, "new")) || Directory.Exists(Path.Combine(path, "cur"))
            ? ReadMaildirAsync(path, cancellationToken)
            : ReadFolderAsync(path, cancellationToken);
    }

    /// <summary>A mailbox file if it begins with <c>From</c> and a space, else one mail.</summary>
    public static async IAsyncEnumerable<BounceMail> ReadAsync(
        Stream stream, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var start = await reader.ReadAtLeastAsync("From "u8.Length, cancellationToken);
        if (start.Buffer.IsEmpty)
            yield break;

        var isMailbox = IsMailbox(start.Buffer);
        reader.AdvanceTo(start.Buffer.Start, start.Buffer.Start);
        if (!isMailbox)
        {
            yield return new BounceMail(source, await ReadOneAsync(reader, cancellationToken));
            yield break;
        }

        var number = 0;
        await foreach (var message in MboxReader.ReadAsync(reader.AsStream(), cancellationToken))
            yield return new BounceMail($"{source}#{++number}", message.Octets);
    }

    private static async IAsyncEnumerable<BounceMail> ReadMaildirAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var message in MaildirReader.ReadAsync(path, cancellationToken))
            yield return new BounceMail(message.Path, message.Octets);
    }

    private static async IAsyncEnumerable<BounceMail> ReadFolderAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(path, "*.eml").Order(StringComparer.Ordinal).ToList())
        {
            await foreach (var mail in ReadFileAsync(file, cancellationToken))
                yield return mail;
        }
    }

    private static async IAsyncEnumerable<BounceMail> ReadFileAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        await foreach (var mail in ReadAsync(file, path, cancellationToken))
            yield return mail;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 4096, useAsync: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DigestException($"{path} cannot be read: {trouble.Message}", trouble);
        }
    }

    private static bool IsMailbox(ReadOnlySequence<byte> start)
    {
        var octets = new SequenceReader<byte>(start);
        return octets.IsNext("From "u8);
    }

    /// <summary>What is longer than any report is cut off there.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadOneAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAtLeastAsync(MboxReader.MaxMessageOctets, cancellationToken);
        var octets = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, MboxReader.MaxMessageOctets)).ToArray();
        await reader.CompleteAsync();
        return octets;
    }
}
