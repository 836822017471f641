using Digest.Newsletters;
using Digest.Publish;
using Digest.Run;
using Digest.Web.Http;
using Digest.Web.Pages;
using Digest.Web.Runs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Web;

/// <summary>Registers pages, feeds, one-click unsubscribe and the JSON API.</summary>
public static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(
            provider => new ServedNewsletters(provider.GetRequiredService<NewsletterCatalog>().Load()));
        services.AddRouting();
        services.Configure<KestrelServerOptions>(SlowAndLargeRequests.Limit);
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietRequestLogs>();
        return services.AddPages().AddRuns();
    }

    private static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton<BuildSite>(
            provider => provider.GetRequiredService<SiteBuilder>().BuildAsync);
        services.TryAddSingleton<SiteCache>();
        services.TryAddSingleton<HomePage>();
        return services;
    }

    private static IServiceCollection AddRuns(this IServiceCollection services)
    {
        services.TryAddSingleton<RunNewsletter>(
            provider => (newsletter, at, cancellationToken) => provider.GetRequiredService<NewsletterRun>()
                .RunAsync(newsletter, at, new IgnoredProgress<RunEvent>(), cancellationToken));
        services.TryAddSingleton<NewsletterTurns>();
        services.TryAddSingleton<RunQueue>();
        services.TryAddSingleton<RunDesk>();
        services.TryAddSingleton<RunExecutor>();
        services.AddHostedService<RunWorker>();
        return services;
    }
}
