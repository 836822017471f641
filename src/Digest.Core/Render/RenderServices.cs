using Digest.Model;
using Digest.Templating;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Digest.Render;

/// <summary>Registers what renders issues.</summary>
public static class RenderServices
{
    public static IServiceCollection AddRender(this IServiceCollection services)
    {
        services.TryAddSingleton(provider =>
            new SiteAddress(provider.GetRequiredService<IOptions<WebOptions>>().Value.PublicUrl));
        services.TryAddSingleton<Templates>();
        services.TryAddSingleton<IssueRenderer>();
        return services;
    }
}
