using Digest.Compose;
using Digest.Deliver;
using Digest.Doctor;
using Digest.Gather;
using Digest.Model;
using Digest.Newsletters;
using Digest.Publish;
using Digest.Render;
using Digest.Run;
using Digest.Scheduling;
using Digest.Storage;
using Digest.Subscribers;
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
        services.AddSingleton<ICronCheck, QuartzCronCheck>();
        return services
            .AddNewsletters()
            .AddGather()
            .AddCompose()
            .AddRender()
            .AddPublish()
            .AddDeliver(configuration)
            .AddSubscribers()
            .AddRun()
            .AddStorage(configuration)
            .AddDoctor();
    }
}
