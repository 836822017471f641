using Digest.Model;
using Digest.Run;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Composition;

/// <summary>The composition root: every module, once.</summary>
public static class DigestServices
{
    public static IServiceCollection AddDigest(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PathsOptions>().Bind(configuration.GetSection(PathsOptions.Section));
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section));
        return services
            .AddRun();
    }
}
