using Digest.Model;

namespace Digest.Subscribers;

/// <summary>
/// Imports a CSV file of readers, in batches, so that a long list needs little memory. Refused rows go to the report
/// and the others stay; a reader who left or is suppressed does not come back by being in a file.
/// </summary>
public sealed class SubscriberImport(ISubscriberStore store, TimeProvider clock)
{
    private const int BatchSize = 1000;

    /// <param name="newsletter">The newsletter's slug.</param>
    /// <param name="path">CSV with a header row: <c>email</c> and optionally <c>name, language, topics,
    /// timezone</c>.</param>
    /// <param name="consent">Where the consent of these readers comes from.</param>
    /// <param name="cancellationToken">Batches saved before it is cancelled stay.</param>
    /// <exception cref="DigestException">The file is missing or is not such a CSV.</exception>
    public async Task<ImportReport> ImportAsync(
        string newsletter, string path, string consent, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        return await ImportAsync(newsletter, file, path, consent, cancellationToken);
    }

    /// <summary>As for a path, from a seekable stream.</summary>
    /// <param name="newsletter">The newsletter's slug.</param>
    /// <param name="stream">The file's octets.</param>
    /// <param name="source">What to call the file in messages.</param>
    /// <param name="consent">Where the consent of these readers comes from.</param>
    /// <param name="cancellationToken">Batches saved before it is cancelled stay.</param>
    public async Task<ImportReport> ImportAsync(
        string newsletter, Stream stream, string source, string consent, CancellationToken cancellationToken)
    {
        var tally = new Tally();
        var reader = new RowReader(newsletter, RequireConsent(consent), clock.GetUtcNow());
        var batch = new List<Subscriber>(BatchSize);
        await foreach (var row in ImportFile.ReadAsync(stream, source, tally.Refused, cancellationToken))
        {
            if (row.IsEmpty)
                continue;
            if (reader.TryRead(row, out var subscriber, out var reason))
                batch.Add(subscriber);
            else
                tally.Refused.Add(new RefusedRow(row.Line, reason));
            if (batch.Count == BatchSize)
                await SaveAsync(batch, tally, cancellationToken);
        }

        await SaveAsync(batch, tally, cancellationToken);
        return tally.ToReport();
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, useAsync: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new DigestException($"{path}: the subscriber file cannot be read: {Why(trouble)}", trouble);
        }
    }

    private static string Why(Exception trouble) => trouble is FileNotFoundException or DirectoryNotFoundException
        ? "there is no such file; check the path"
        : $"{trouble.Message.TrimEnd('.')}; let this user read it";

    private static string RequireConsent(string consent) => string.IsNullOrWhiteSpace(consent)
        ? throw new DigestException("Say where the readers' consent comes from; none is added without") { ExitCode = 2 }
        : consent.Trim();

    private async Task SaveAsync(List<Subscriber> batch, Tally tally, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return;

        tally.Count(await store.AddAsync([.. batch], cancellationToken));
        batch.Clear();
    }

    private sealed class Tally
    {
        private int _added;
        private int _known;
        private int _suppressed;

        public List<RefusedRow> Refused { get; } = [];

        public void Count(SubscriberAddCounts counts)
        {
            _added += counts.Added;
            _known += counts.Known;
            _suppressed += counts.Suppressed;
        }

        public ImportReport ToReport() => new(
            _added, _known, _suppressed, [.. Refused.OrderBy(row => row.Line)]);
    }
}
