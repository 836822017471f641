using Digest.Model;
using Digest.Newsletters;
using Digest.Scheduling;
using Digest.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Digest.Serving;

/// <summary>Builds and runs the worker: schedule, delivery, pages, feeds and API in one process.</summary>
public static class ServeHost
{
    /// <summary>How long a stop waits for the run underway to record its letters in flight.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);

    /// <param name="configuration">The program's settings, and nothing else: no other file or variable is read.</param>
    /// <param name="addServices">Registers the options, the stages and the storage.</param>
    public static WebApplication Build(IConfiguration configuration, Action<IServiceCollection> addServices)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseKestrel();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        AddLogs(builder.Logging, configuration);
        addServices(builder.Services);
        builder.Services.AddWeb().AddScheduling();
        return builder.Build().UseWeb();
    }

    /// <summary>Checks everything, then serves until the process is told to stop or the token is cancelled.</summary>
    /// <exception cref="SettingsException">Newsletters are wrong; every error at once.</exception>
    /// <exception cref="DigestException">An address cannot be listened on.</exception>
    public static async Task RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var newsletters = app.Services.GetRequiredService<ServedNewsletters>();
        if (ReservedSlugs.Errors(newsletters.All) is { Count: > 0 } errors)
            throw new SettingsException(errors);

        await ListenAsync(app, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static void AddLogs(ILoggingBuilder logging, IConfiguration configuration)
    {
        // Before the settings, so that they can say otherwise: a worker tells what it does.
        logging.AddFilter("Digest", LogLevel.Information);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });

        // Results go to the standard output, and a log is none.
        logging.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var urls = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Urls;
        foreach (var address in ListenAddresses.Read(urls))
            app.Urls.Add(address);

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            throw new DigestException(
                $"Web:Urls: cannot listen on {urls} ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}); stop what "
                + "holds the address, or set another, for example DIGEST_Web__Urls=http://127.0.0.1:5081",
                error);
        }
    }
}
