using Microsoft.Extensions.DependencyInjection;

namespace Digest.Doctor;

/// <summary>Registers what the checks cannot make themselves.</summary>
public static class DoctorServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddDoctor(this IServiceCollection services)
    {
        services.AddHttpClient(UnsubscribeProbe.ClientName, client => client.Timeout = Patience)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<UnsubscribeProbe>();
        return services;
    }
}
