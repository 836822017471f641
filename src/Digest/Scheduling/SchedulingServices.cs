using Digest.Model;
using Digest.Run;
using Digest.Web.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Digest.Scheduling;

/// <summary>Registers what the worker does by itself: scheduled runs, the delivery of deferred
/// letters, and polling.</summary>
public static class SchedulingServices
{
    public static IServiceCollection AddScheduling(this IServiceCollection services)
    {
        services.AddQuartz();
        services.TryAddSingleton<ScheduledRuns>();
        services.TryAddSingleton<DeferredDelivery>();
        services.TryAddSingleton<SendIssue>(Sender);
        services.TryAddSingleton<SourcePoll>();
        services.TryAddSingleton<PollSources>(provider => (newsletter, cancellationToken) =>
            provider.GetRequiredService<SourcePoll>().RunAsync(newsletter, cancellationToken));

        // In this order: jobs exist before the scheduler starts.
        services.AddHostedService<ScheduleStarter>();
        services.AddQuartzHostedService(Start);
        services.AddHostedService<DeliveryLoop>();
        services.AddHostedService<PollLoop>();
        return services;
    }

    private static void Start(QuartzHostedServiceOptions options)
    {
        options.WaitForJobsToComplete = true;

        // Else a host whose start fails waits for a start that never comes.
        options.AwaitApplicationStarted = false;
    }

    private static SendIssue Sender(IServiceProvider provider) => async (newsletter, issue, cancellationToken) =>
    {
        using var held = provider.GetRequiredService<RunLock>().Take(newsletter);
        var sending = provider.GetRequiredService<IssueSending>();
        return await sending.SendAsync(held, issue, new IgnoredProgress<LetterCounts>(), cancellationToken);
    };
}
