using Digest.Model;
using Digest.Run;
using Microsoft.Extensions.Logging;

namespace Digest.Web.Runs;

/// <summary>
/// Carries out one recorded run in its newsletter's turn and records how it ended. A run that is cut off by the end of
/// the process keeps its record unfinished, and the next process starts it again.
/// </summary>
public sealed partial class RunExecutor(
    RunNewsletter run,
    ServedNewsletters newsletters,
    NewsletterTurns turns,
    IRunStore store,
    TimeProvider clock,
    ILogger<RunExecutor> logger)
{
    /// <exception cref="OperationCanceledException">The process ends.</exception>
    public async Task ExecuteAsync(RunRecord record, CancellationToken cancellationToken)
    {
        using var turn = await turns.WaitAsync(record.Newsletter, cancellationToken);
        var report = await ReportAsync(record, cancellationToken);
        Tell(report);

        // The work is done: recording it must not be lost to a shutdown that comes now.
        await store.FinishAsync(
            record.Id, report.State, RunReportJson.Write(report), clock.GetUtcNow(), CancellationToken.None);
    }

    private async Task<RunReport> ReportAsync(RunRecord record, CancellationToken cancellationToken)
    {
        var at = record.At ?? clock.GetUtcNow();
        if (!newsletters.TryFind(record.Newsletter, out var newsletter))
            return Failed(record.Newsletter, at, "This newsletter is served no more.");

        try
        {
            return await run(newsletter, at, cancellationToken);
        }
        catch (DigestException failure)
        {
            return Failed(record.Newsletter, at, failure.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException
            || !cancellationToken.IsCancellationRequested)
        {
            // One newsletter's bug must not stop the others; the log has the stack, the record a line.
            Log.RunBroke(logger, record.Newsletter, failure);
            return Failed(record.Newsletter, at, $"internal error: {failure.GetType().Name}; the log has the rest");
        }
    }

    private static RunReport Failed(string newsletter, DateTimeOffset at, string error) =>
        new() { Newsletter = newsletter, Now = at, Error = error, State = RunState.Failed };

    private void Tell(RunReport report)
    {
        if (report.State == RunState.Failed)
            Log.RunFailed(logger, report.Newsletter, report.Error);
        else
            Log.RunEnded(logger, report.Newsletter, RunReportJson.Word(report.State), report.Issue?.Ref.Label ?? "-");
    }

    private static partial class Log
    {
        [LoggerMessage(7020, LogLevel.Information, "Run of {Newsletter} ended: {State}, issue {Issue}")]
        public static partial void RunEnded(ILogger logger, string newsletter, string state, string issue);

        [LoggerMessage(7021, LogLevel.Error, "Run of {Newsletter} failed: {Reason}")]
        public static partial void RunFailed(ILogger logger, string newsletter, string? reason);

        [LoggerMessage(7022, LogLevel.Error, "Run of {Newsletter} broke")]
        public static partial void RunBroke(ILogger logger, string newsletter, Exception failure);
    }
}
