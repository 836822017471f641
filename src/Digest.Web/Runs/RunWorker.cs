using Digest.Run;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Digest.Web.Runs;

/// <summary>
/// Starts recorded runs as they come, those that a dead process left first. Newsletters run side by side, each of them
/// one run at a time. When the host stops, no new run begins and those underway are told to end; the host waits for
/// them, so that every letter in flight gets its answer recorded.
/// </summary>
public sealed partial class RunWorker(
    RunQueue queue, RunExecutor executor, IRunStore store, ILogger<RunWorker> logger) : BackgroundService
{
    /// <summary>A storage that cannot be read stops the start, where somebody is looking.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await store.ListUnfinishedAsync(cancellationToken))
            queue.Add(record);

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var underway = new List<Task>();
        try
        {
            await foreach (var record in queue.ReadAllAsync(stoppingToken))
            {
                underway.RemoveAll(task => task.IsCompleted);
                underway.Add(WorkAsync(record, stoppingToken));
            }
        }
        finally
        {
            await Task.WhenAll(underway);
        }
    }

    private async Task WorkAsync(RunRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await executor.ExecuteAsync(record, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.RunCutOff(logger, record.Newsletter);
        }
        catch (Exception failure)
        {
            // The storage failed under us: the record stays unfinished and the next process takes it up.
            Log.RunNotRecorded(logger, record.Newsletter, failure);
        }
        finally
        {
            queue.Remove(record);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7030, LogLevel.Information, "Run of {Newsletter} was cut off; the next start takes it up again")]
        public static partial void RunCutOff(ILogger logger, string newsletter);

        [LoggerMessage(7031, LogLevel.Error, "The end of a run of {Newsletter} could not be recorded")]
        public static partial void RunNotRecorded(ILogger logger, string newsletter, Exception failure);
    }
}
