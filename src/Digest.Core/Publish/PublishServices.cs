using Digest.Templating;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Digest.Publish;

/// <summary>Registers what builds and writes pages and feeds. Needs a store, and <c>AddRender</c>'s address.</summary>
public static class PublishServices
{
    public static IServiceCollection AddPublish(this IServiceCollection services)
    {
        services.TryAddSingleton<Templates>();
        services.TryAddSingleton<SiteBuilder>();
        services.TryAddSingleton<Publisher>();
        return services;
    }
}
