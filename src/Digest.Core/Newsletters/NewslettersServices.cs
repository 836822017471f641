using Microsoft.Extensions.DependencyInjection;

namespace Digest.Newsletters;

/// <summary>Registers the newsletters' settings. The program adds an <see cref="ICronCheck"/>,
/// connectors add their <see cref="Model.SourceKind"/>.</summary>
public static class NewslettersServices
{
    public static IServiceCollection AddNewsletters(this IServiceCollection services) =>
        services.AddSingleton<NewsletterCatalog>().AddSingleton<NewsletterSources>();
}
