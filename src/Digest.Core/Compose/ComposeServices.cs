using Digest.Compose.Stories;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Compose;

/// <summary>
/// Registers the compose stage. The program adds an <see cref="IDraftStore"/> and the stores of stories.
/// </summary>
public static class ComposeServices
{
    public static IServiceCollection AddCompose(this IServiceCollection services) =>
        services
            .AddSingleton<Composer>()
            .AddSingleton<DraftReader>()
            .AddSingleton<CandidateDesk>()
            .AddSingleton<StoryMemory>()
            .AddSingleton<StoryDesk>();
}
