using Digest.Gather;
using Digest.Model;
using Digest.Web;
using Digest.Web.Runs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Scheduling;

/// <summary>
/// Looks for due sources at the start, which makes up for polls that were missed, and every minute; newsletters side
/// by side, never while a run of the same newsletter works. A newsletter with a clock of its own is a sample, and the
/// real time means nothing to it.
/// </summary>
public sealed partial class PollLoop(
    ServedNewsletters newsletters,
    PollSources poll,
    NewsletterTurns turns,
    IOptions<GatherOptions> options,
    TimeProvider clock,
    ILogger<PollLoop> logger) : BackgroundService
{
    /// <summary>As fine as the shortest interval of a source.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.Poll
        ? Task.WhenAll(newsletters.All.Where(IsPolled).Select(newsletter => WatchAsync(newsletter, stoppingToken)))
        : Task.CompletedTask;

    private static bool IsPolled(Newsletter newsletter) =>
        newsletter.Clock is null && newsletter.Sources.Any(source => source.Path is null);

    private async Task WatchAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
            await PollAsync(newsletter, cancellationToken);
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>One look at a newsletter. Trouble is logged, never thrown: the next look comes soon.</summary>
    private async Task PollAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await turns.WaitAsync(newsletter.Slug, cancellationToken);
            if (await poll(newsletter, cancellationToken) is { } report)
                Log.Polled(logger, newsletter.Slug, report.Sources.Count, report.NewItems);
        }
        catch (DigestException trouble)
        {
            Log.Later(logger, newsletter.Slug, trouble.Message);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Broke(logger, newsletter.Slug, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(8030, LogLevel.Information, "{Newsletter}: {Sources} sources polled, {New} new items")]
        public static partial void Polled(ILogger logger, string newsletter, int sources, int @new);

        [LoggerMessage(8031, LogLevel.Information, "Polling {Newsletter} waits: {Reason}")]
        public static partial void Later(ILogger logger, string newsletter, string reason);

        [LoggerMessage(8032, LogLevel.Error, "Polling {Newsletter} broke")]
        public static partial void Broke(ILogger logger, string newsletter, Exception failure);
    }
}
