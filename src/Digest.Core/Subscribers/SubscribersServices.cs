using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Digest.Subscribers;

/// <summary>Registers what editors and runs do with readers. The stores come from the storage module.</summary>
public static class SubscribersServices
{
    public static IServiceCollection AddSubscribers(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SubscriberImport>();
        services.AddSingleton<SubscriberExport>();
        services.AddSingleton<SubscriberDesk>();
        services.AddSingleton<AudienceSync>();
        return services;
    }
}
