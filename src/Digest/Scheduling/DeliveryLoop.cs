using Digest.Model;
using Digest.Web;
using Microsoft.Extensions.Hosting;

namespace Digest.Scheduling;

/// <summary>Looks for due letters every minute; newsletters side by side, so that none holds up others.</summary>
public sealed class DeliveryLoop(
    ServedNewsletters newsletters, DeferredDelivery delivery, TimeProvider clock) : BackgroundService
{
    /// <summary>As fine as the first retry of a letter needs it.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(newsletters.All.Select(newsletter => WatchAsync(newsletter, stoppingToken)));

    private async Task WatchAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await delivery.RunAsync(newsletter, cancellationToken);
    }
}
