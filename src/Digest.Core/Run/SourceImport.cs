using System.Net;
using Digest.Feeds.Opml;
using Digest.Gather;
using Digest.Gather.Web;
using Digest.Model;
using Digest.Newsletters;
using Microsoft.Extensions.Options;

namespace Digest.Run;

/// <summary>
/// Makes the feeds of an OPML list sources of a newsletter. Nothing is asked over the network: whether a feed answers
/// is seen when it is gathered.
/// </summary>
public sealed class SourceImport(NewsletterSources sources, IOptions<GatherOptions> options)
{
    private readonly NetworkGuard _guard = new(options, Dns.GetHostAddressesAsync);

    /// <param name="path">The absolute path of the list.</param>
    /// <param name="isRehearsal">True to tell what would be done and to write nothing.</param>
    /// <exception cref="DigestException">There is no such file, or it is no list of feeds.</exception>
    public async Task<SourceImportReport> RunAsync(
        string path, Newsletter newsletter, bool isRehearsal, CancellationToken cancellationToken)
    {
        var (list, warnings) = await ReadAsync(path, cancellationToken);
        var outcomes = new SourceImportPlan(newsletter.Sources, _guard).Of(list.Feeds);
        var added = outcomes.OfType<SourceImportOutcome.Added>().Select(outcome => outcome.Source).ToList();
        var file = await sources.AddAsync(newsletter, added, isRehearsal, cancellationToken);
        return new SourceImportReport(file, outcomes, warnings);
    }

    private static async Task<(OpmlDocument List, IReadOnlyList<string> Warnings)> ReadAsync(
        string path, CancellationToken cancellationToken)
    {
        var result = OpmlReader.Read(await BytesAsync(path, cancellationToken), null);
        return result switch
        {
            OpmlReadResult.NotOpml broken => throw new DigestException($"{path}: {broken.Reason}"),
            OpmlReadResult.Read { Document.Feeds.Count: 0 } => throw new DigestException(
                $"{path}: holds no feed; a feed is an <outline> with an xmlUrl"),
            OpmlReadResult.Read read => (read.Document, read.Warnings),
            _ => throw new ArgumentOutOfRangeException(nameof(path), result, "not a result of reading"),
        };
    }

    private static async Task<byte[]> BytesAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new DigestException($"{path}: there is no such file") { ExitCode = 2 };

        try
        {
            return new FileInfo(path).Length <= OpmlReader.MaxBytes
                ? await File.ReadAllBytesAsync(path, cancellationToken)
                : throw new DigestException($"{path}: is larger than {OpmlReader.MaxBytes / 1024 / 1024} MiB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DigestException($"{path}: cannot be read: {failure.Message}", failure);
        }
    }
}
