using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Digest.Composition;

/// <summary>The services of a command that ends by itself; the worker builds its own around a web host.</summary>
public static class CommandServices
{
    /// <param name="isVerbose">
    /// Whether to log. Without it a command's report says what went wrong, and the same again as log lines would only
    /// bury it.
    /// </param>
    public static ServiceProvider Build(IConfiguration configuration, bool isVerbose)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging(logging =>
        {
            logging.AddConfiguration(configuration.GetSection("Logging")).AddLineConsole();
            logging.AddFilter((_, level) => isVerbose || level >= LogLevel.Critical);
            if (isVerbose)
                logging.SetMinimumLevel(LogLevel.Information);
        });
        return services.AddDigest(configuration).BuildServiceProvider();
    }
}
