using Digest.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Digest.Deliver;

/// <summary>
/// Registers the Deliver stage. Stores come from the storage module, <c>Paths</c> and <c>Web</c> from the program.
/// </summary>
public static class DeliverServices
{
    public static IServiceCollection AddDeliver(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider =>
            new SiteAddress(provider.GetRequiredService<IOptions<WebOptions>>().Value.PublicUrl));
        services.AddSingleton(provider =>
            new UnsubscribeTokens(UnsubscribeKeys.Load(provider.GetRequiredService<IOptions<PathsOptions>>().Value)));
        services.AddSingleton(provider => ReturnPaths.From(
            provider.GetRequiredService<IOptions<MailOptions>>().Value.Bounces,
            provider.GetRequiredService<IOptions<PathsOptions>>().Value));
        services.AddSingleton<LetterSigner>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<FileTransport>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<SmtpProbe>();
        services.AddSingleton(Chosen);
        services.AddSingleton<BatchSender>();
        services.AddSingleton<DeliveryWorker>();
        return services;
    }

    private static IMailTransport Chosen(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<MailOptions>>().Value.Transport == SmtpTransport.Name
            ? provider.GetRequiredService<SmtpTransport>()
            : provider.GetRequiredService<FileTransport>();
}
