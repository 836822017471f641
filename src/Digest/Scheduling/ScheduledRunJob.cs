using Digest.Model;
using Digest.Run;
using Digest.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Digest.Scheduling;

/// <summary>What the scheduler fires: it records the run and leaves; the run worker does the work.</summary>
[DisallowConcurrentExecution]
public sealed partial class ScheduledRunJob(
    ScheduledRuns runs,
    ServedNewsletters newsletters,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<ScheduledRunJob> logger) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (!newsletters.TryFind(context.JobDetail.Key.Name, out var newsletter))
            return;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, lifetime.ApplicationStopping);
        var moment = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        await AskAsync(newsletter, moment, stop.Token);
    }

    /// <summary>A storage that is away for a while must not cost the week's issue: it asks until it is heard.</summary>
    private async Task AskAsync(Newsletter newsletter, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        while (!await TryAskAsync(newsletter, moment, cancellationToken))
            await Task.Delay(Pause, clock, cancellationToken);
    }

    private async Task<bool> TryAskAsync(
        Newsletter newsletter, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        try
        {
            if (await runs.AskAsync(newsletter, moment, cancellationToken))
                Log.RunDue(logger, newsletter.Slug, IssueJson.Moment(moment));
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotRecorded(logger, newsletter.Slug, IssueJson.Moment(moment), failure);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8001, LogLevel.Information, "Run of {Newsletter} is due: {Moment}")]
        public static partial void RunDue(ILogger logger, string newsletter, string? moment);

        [LoggerMessage(8002, LogLevel.Error, "Run of {Newsletter} due at {Moment} could not be recorded; trying again")]
        public static partial void NotRecorded(
            ILogger logger, string newsletter, string? moment, Exception failure);
    }
}
