using Microsoft.Extensions.DependencyInjection;

namespace Digest.Compose;

/// <summary>Registers the compose stage. The program adds an <see cref="IDraftStore"/>.</summary>
public static class ComposeServices
{
    public static IServiceCollection AddCompose(this IServiceCollection services) =>
        services.AddSingleton<Composer>().AddSingleton<DraftReader>().AddSingleton<CandidateDesk>();
}
