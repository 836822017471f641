using Digest.Gather.Answers;
using Digest.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Gather;

/// <summary>
/// Reads the sources of a newsletter and keeps what is new. A bad source never spoils a run: its failure is recorded
/// against that source, and the others go on. Sources are read side by side and saved one after the other in the order
/// of <c>newsletter.yml</c>, so that the ledger does not depend on which network was faster.
/// </summary>
public sealed partial class Gatherer(
    ISourceStore store,
    IEnumerable<ISourceReader> readers,
    HostWaits waits,
    AnswerArchive archive,
    IOptions<GatherOptions> options,
    TimeProvider clock,
    ILogger<Gatherer> logger)
{
    private readonly SourceSchedule _schedule = new(options.Value);
    private readonly Dictionary<string, ISourceReader> _readers =
        readers.ToDictionary(reader => reader.Type, StringComparer.Ordinal);

    /// <inheritdoc cref="RunAsync(Newsletter, DateTimeOffset, SourceChoice, IProgress{SourceResult},
    /// CancellationToken)"/>
    public Task<GatherReport> RunAsync(
        Newsletter newsletter,
        DateTimeOffset now,
        IProgress<SourceResult> progress,
        CancellationToken cancellationToken) =>
        RunAsync(newsletter, now, SourceChoice.Ready, progress, cancellationToken);

    /// <param name="newsletter">Whose sources are read.</param>
    /// <param name="now">The moment of the run; items dated later are held back for a later one.</param>
    /// <param name="choice">Which sources are asked.</param>
    /// <param name="progress">Told of each source as it is done.</param>
    /// <param name="cancellationToken">Stops reading; sources saved before stay saved.</param>
    /// <exception cref="DigestException">There is no such source, or the ledger is past the replay.</exception>
    public async Task<GatherReport> RunAsync(
        Newsletter newsletter,
        DateTimeOffset now,
        SourceChoice choice,
        IProgress<SourceResult> progress,
        CancellationToken cancellationToken)
    {
        var states = await store.ListStatesAsync(newsletter.Slug, cancellationToken);
        SourceChoices.Check(newsletter, states, choice);
        var plan = await PlanAsync(newsletter, states, choice, now, cancellationToken);
        if (choice.Replay is { } replay)
            return await ReadAsync(plan, request => replay.For(request.Source.Id), progress, cancellationToken);

        var kept = plan.Asked.Any()
            ? archive.Begin(newsletter, now, OnlyOf(plan, choice), plan.Closed)
            : null;
        return kept is null
            ? await ReadAsync(plan, _ => RawAnswers.None, progress, cancellationToken)
            : await ReadKeepingAsync(newsletter, plan, kept, progress, cancellationToken);
    }

    /// <summary>True if polling has something to ask.</summary>
    public async Task<bool> HasDueAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var states = await store.ListStatesAsync(newsletter.Slug, cancellationToken);
        var now = clock.GetUtcNow();
        return (await PlanAsync(newsletter, states, SourceChoice.Due, now, cancellationToken)).Asked.Any();
    }

    private static IReadOnlyList<string>? OnlyOf(GatherPlan plan, SourceChoice choice) =>
        choice is { OnlyDue: false, SourceId: null }
            ? null
            : [.. plan.Asked.Select(planned => planned.Request.Source.Id)];

    private async Task<GatherPlan> PlanAsync(
        Newsletter newsletter,
        IReadOnlyDictionary<string, SourceState> states,
        SourceChoice choice,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        waits.Add(await store.ListWaitsAsync(cancellationToken));
        return GatherPlan.Of(newsletter, states, waits, choice, options.Value.FirstDays, now, clock.GetUtcNow());
    }

    private async Task<GatherReport> ReadKeepingAsync(
        Newsletter newsletter,
        GatherPlan plan,
        KeptAnswers kept,
        IProgress<SourceResult> progress,
        CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(plan, kept.For, progress, cancellationToken);
        }
        finally
        {
            await archive.EndAsync(newsletter, kept);
        }
    }

    private async Task<GatherReport> ReadAsync(
        GatherPlan plan,
        Func<SourceRequest, RawAnswers> answers,
        IProgress<SourceResult> progress,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = plan.Asked.Select(planned => WithAnswers(planned.Request, answers)).ToArray();
        var ahead = new ReadAhead(
            [.. asked.Select(request => request.Source)],
            options.Value,
            index => ReadAsync(asked[index], stop.Token));
        ahead.Start();
        try
        {
            return await SaveInOrderAsync(plan, asked, ahead, progress, cancellationToken);
        }
        finally
        {
            // After a failed save nothing may go on reading for a run that is over.
            await stop.CancelAsync();
            await ahead.EndAsync();
        }
    }

    private static SourceRequest WithAnswers(SourceRequest request, Func<SourceRequest, RawAnswers> answers) =>
        request with { Reading = SourceReading.Of(request.Newsletter.Slug, request.Source, answers(request)) };

    private async Task<FetchOutcome> ReadAsync(SourceRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_readers.TryGetValue(request.Source.Type, out var reader))
        {
            var known = string.Join(", ", _readers.Keys.Order(StringComparer.Ordinal));
            return new FetchOutcome.Failed(
                $"unknown type '{request.Source.Type}'; newsletter.yml may name {known}");
        }

        try
        {
            return await reader.ReadAsync(request, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // A connector must not throw; one that does is a bug, and the other sources still deserve their run.
            Log.ReaderThrew(logger, exception, request.Newsletter.Slug, request.Source.Id);
            return new FetchOutcome.Failed($"{exception.Message} (see the log)");
        }
    }

    private async Task<GatherReport> SaveInOrderAsync(
        GatherPlan plan,
        SourceRequest[] asked,
        ReadAhead ahead,
        IProgress<SourceResult> progress,
        CancellationToken cancellationToken)
    {
        var results = new List<SourceResult>(plan.Sources.Count);
        var next = 0;
        foreach (var planned in plan.Sources)
        {
            if (planned.Closed is { } reason)
            {
                results.Add(new SourceResult { SourceId = planned.Request.Source.Id, NotAsked = reason });
            }
            else
            {
                var outcome = await ahead.OutcomeOf(next);
                results.Add(await SaveAsync(asked[next], outcome, cancellationToken));
                ahead.Saved(next++);
            }

            progress.Report(results[^1]);
        }

        return new GatherReport(results);
    }

    private async Task<SourceResult> SaveAsync(
        SourceRequest request, FetchOutcome outcome, CancellationToken cancellationToken)
    {
        var (newsletter, source, reading) = (request.Newsletter.Slug, request.Source.Id, request.Reading);
        if (outcome is FetchOutcome.Failed && reading.Postponed is { } wait)
            return new SourceResult { SourceId = source, NotAsked = NotAsked.Words(wait.Until, wait.Reason) };

        var time = clock.GetUtcNow();
        if (reading.Told is { } told)
            await store.SaveWaitAsync(told, time, cancellationToken);

        var (items, state, result) = SourceVerdict.Of(request, outcome, request.Now);
        if (result.Error is { } error)
            Log.SourceFailed(logger, newsletter, source, error);

        var scheduled = _schedule.After(state, outcome, reading.Told?.Until, $"{newsletter}/{source}", time);
        var added = await store.SaveAsync(newsletter, source, items, scheduled, request.Now, cancellationToken);
        return result with { New = added };
    }

    private static partial class Log
    {
        [LoggerMessage(2000, LogLevel.Warning, "Source {Newsletter}/{Source} could not be read: {Reason}")]
        public static partial void SourceFailed(ILogger logger, string newsletter, string source, string reason);

        [LoggerMessage(2001, LogLevel.Error, "The connector of source {Newsletter}/{Source} threw")]
        public static partial void ReaderThrew(
            ILogger logger, Exception exception, string newsletter, string source);
    }
}
