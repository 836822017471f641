using Digest.Model;
using Digest.Run;
using Digest.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Digest.Scheduling;

/// <summary>Gives the scheduler a job per newsletter, and makes up for runs missed while nobody was up.</summary>
public sealed partial class ScheduleStarter(
    ISchedulerFactory schedulers,
    ServedNewsletters newsletters,
    IIssueStore issues,
    ScheduledRuns runs,
    TimeProvider clock,
    ILogger<ScheduleStarter> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var newsletter in newsletters.All)
        {
            if (newsletter.Schedule is not { } schedule)
                continue;

            await CatchUpAsync(newsletter, schedule, cancellationToken);
            var job = JobBuilder.Create<ScheduledRunJob>().WithIdentity(newsletter.Slug).Build();
            await scheduler.ScheduleJob(job, schedule.ToTrigger(newsletter.Slug), cancellationToken: cancellationToken);
            Tell(newsletter, schedule);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CatchUpAsync(Newsletter newsletter, Schedule schedule, CancellationToken cancellationToken)
    {
        var last = await LastAsync(newsletter, cancellationToken);
        var missed = MissedRunPolicy.Missed(schedule, last, clock.GetUtcNow());
        if (missed is { } moment && await runs.AskAsync(newsletter, moment, cancellationToken))
            Log.CatchingUp(logger, newsletter.Slug, IssueJson.Moment(moment));
    }

    private void Tell(Newsletter newsletter, Schedule schedule)
    {
        var next = schedule.ToCron().GetNextValidTimeAfter(clock.GetUtcNow());
        Log.Scheduled(logger, newsletter.Slug, IssueJson.Moment(next));
    }

    /// <summary>Up to when the newsletter gathered by itself: an imported archive says nothing of that.</summary>
    private async Task<DateTimeOffset?> LastAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var all = await issues.ListAsync(newsletter.Slug, cancellationToken);
        return all.Where(issue => !issue.Imported).Max(issue => (DateTimeOffset?)issue.CutOff);
    }

    private static partial class Log
    {
        [LoggerMessage(8010, LogLevel.Information, "{Newsletter} runs next at {Moment}")]
        public static partial void Scheduled(ILogger logger, string newsletter, string? moment);

        [LoggerMessage(8011, LogLevel.Information, "Run of {Newsletter} due at {Moment} was missed; it runs now")]
        public static partial void CatchingUp(ILogger logger, string newsletter, string? moment);
    }
}
