using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Digest.Run;

/// <summary>Registers the stage that knows all the others.</summary>
public static class RunServices
{
    public static IServiceCollection AddRun(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RunLock>();
        services.TryAddSingleton<RunClock>();
        services.TryAddSingleton<IssueLint>();
        services.TryAddSingleton<IssueApproval>();
        services.TryAddSingleton<IssueSending>();
        services.TryAddSingleton<IssuePreview>();
        services.TryAddSingleton<AudiencePreview>();
        services.TryAddSingleton<TrialLetter>();
        services.TryAddSingleton<StatusReader>();
        services.TryAddSingleton<ArchiveImport>();
        services.TryAddSingleton<SourceImport>();
        services.TryAddSingleton<BounceIntake>();
        services.TryAddSingleton<NewsletterRun>();
        return services;
    }
}
