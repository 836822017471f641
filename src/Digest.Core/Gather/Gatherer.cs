using Digest.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Gather;

/// <summary>
/// Reads every source of a newsletter and keeps what is new. A bad source never spoils a run: its failure is recorded
/// against that source, and the others go on. Sources are read side by side and saved one after the other in the order
/// of <c>newsletter.yml</c>, so that the ledger does not depend on which network was faster.
/// </summary>
public sealed partial class Gatherer(
    ISourceStore store,
    IEnumerable<ISourceReader> readers,
    IOptions<GatherOptions> options,
    ILogger<Gatherer> logger)
{
    // What a server's clock, index or replica may lag behind; the ledger knows what comes twice.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private readonly Dictionary<string, ISourceReader> _readers =
        readers.ToDictionary(reader => reader.Type, StringComparer.Ordinal);

    /// <param name="newsletter">Whose sources are read.</param>
    /// <param name="now">The moment of the run; items dated later are held back for a later one.</param>
    /// <param name="progress">Told of each source as it is done.</param>
    /// <param name="cancellationToken">Stops reading; sources saved before stay saved.</param>
    public async Task<GatherReport> RunAsync(
        Newsletter newsletter,
        DateTimeOffset now,
        IProgress<SourceResult> progress,
        CancellationToken cancellationToken)
    {
        var states = await store.ListStatesAsync(newsletter.Slug, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var slots = new SemaphoreSlim(options.Value.Concurrency);
        var reads = Start(newsletter, states, now, slots, stop.Token);
        try
        {
            return await SaveInOrderAsync(reads, now, progress, cancellationToken);
        }
        finally
        {
            // After a failed save nothing may go on reading into a disposed semaphore.
            await stop.CancelAsync();
            Task ended = Task.WhenAll(reads.Select(read => read.Outcome));
            await ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Read[] Start(
        Newsletter newsletter,
        IReadOnlyDictionary<string, SourceState> states,
        DateTimeOffset now,
        SemaphoreSlim slots,
        CancellationToken cancellationToken) =>
    [
        .. newsletter.Sources
            .Select(source => Request(newsletter, source, StateOf(source, states), now))
            .Select(request => new Read(request, ReadInTurnAsync(request, slots, cancellationToken))),
    ];

    private SourceRequest Request(
        Newsletter newsletter, SourceDefinition source, SourceState state, DateTimeOffset now) =>
        new(newsletter, source, state)
        {
            Now = now,
            Since = state.LastSuccess is { } last
                ? last - Overlap
                : now - TimeSpan.FromDays(options.Value.FirstDays),
        };

    private static SourceState StateOf(SourceDefinition source, IReadOnlyDictionary<string, SourceState> states) =>
        states.TryGetValue(source.Id, out var state) ? state : SourceState.Empty;

    private async Task<FetchOutcome> ReadInTurnAsync(
        SourceRequest request, SemaphoreSlim slots, CancellationToken cancellationToken)
    {
        await slots.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(request, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A connector must not throw; one that does is a bug, and the other sources still deserve their run.
            Log.ReaderThrew(logger, exception, request.Newsletter.Slug, request.Source.Id);
            return new FetchOutcome.Failed($"{exception.Message} (see the log)");
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        if (_readers.TryGetValue(request.Source.Type, out var reader))
            return await reader.ReadAsync(request, cancellationToken);

        var known = string.Join(", ", _readers.Keys.Order(StringComparer.Ordinal));
        return new FetchOutcome.Failed(
            $"unknown type '{request.Source.Type}'; newsletter.yml may name {known}");
    }

    private async Task<GatherReport> SaveInOrderAsync(
        Read[] reads, DateTimeOffset now, IProgress<SourceResult> progress, CancellationToken cancellationToken)
    {
        var results = new List<SourceResult>(reads.Length);
        foreach (var (request, outcome) in reads)
        {
            results.Add(await SaveAsync(request, await outcome, now, cancellationToken));
            progress.Report(results[^1]);
        }

        return new GatherReport(results);
    }

    private async Task<SourceResult> SaveAsync(
        SourceRequest request, FetchOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (items, state, result) = SourceVerdict.Of(request, outcome, now);
        if (result.Error is { } error)
            Log.SourceFailed(logger, request.Newsletter.Slug, request.Source.Id, error);

        var added = await store.SaveAsync(
            request.Newsletter.Slug, request.Source.Id, items, state, now, cancellationToken);
        return result with { New = added };
    }

    private sealed record Read(SourceRequest Request, Task<FetchOutcome> Outcome);

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Warning, "Source {Newsletter}/{Source} could not be read: {Reason}")]
        public static partial void SourceFailed(ILogger logger, string newsletter, string source, string reason);

        [LoggerMessage(2001, LogLevel.Error, "The connector of source {Newsletter}/{Source} threw")]
        public static partial void ReaderThrew(
            ILogger logger, Exception exception, string newsletter, string source);
    }
}
