using Digest.Composition;
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
using Microsoft.Extensions.Options;

namespace Digest.Serving;

/// <summary>Builds and starts the worker: schedule, delivery, pages, feeds and API in one process.</summary>
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
        builder.Services.AddSingleton<IHostLifetime, ProgramLifetime>();
        addServices(builder.Services);
        builder.Services.AddWeb().AddScheduling();
        WebApplication? app = null;
        AddLogs(builder.Logging, configuration, () => app?.Lifetime.ApplicationStarted.IsCancellationRequested == true);
        app = builder.Build();
        return app.UseWeb();
    }

    /// <summary>Checks everything and begins to serve.</summary>
    /// <exception cref="SettingsException">Newsletters are wrong; every error at once.</exception>
    /// <exception cref="DigestException">An address cannot be listened on.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var newsletters = app.Services.GetRequiredService<ServedNewsletters>();
        if (ReservedSlugs.Errors(newsletters.All) is { Count: > 0 } errors)
            throw new SettingsException(errors);

        var urls = app.Services.GetRequiredService<IOptions<WebOptions>>().Value.Urls;
        foreach (var address in ListenAddresses.Read(urls))
            app.Urls.Add(address);

        try
        {
            await StartOrStopAsync(app, cancellationToken);
        }
        catch (IOException error)
        {
            throw CannotListen(urls, error);
        }
    }

    private static void AddLogs(ILoggingBuilder logging, IConfiguration configuration, Func<bool> hasStarted)
    {
        // Before the settings, so that they can say otherwise: a worker tells what it does.
        logging.AddFilter("Digest", LogLevel.Information);
        logging.AddConfiguration(configuration.GetSection("Logging")).AddLineConsole();

        // Why a start failed is the command's own line, and the host's stack would bury it.
        logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && hasStarted());
    }

    /// <summary>The addresses are bound last, so a run may be underway when that fails: it is drained too.</summary>
    private static async Task StartOrStopAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static DigestException CannotListen(string urls, IOException error) => new(
        $"Web:Urls: cannot listen on {urls} ({error.Message.ReplaceLineEndings(" ").TrimEnd('.')}); stop what holds "
        + "the address, or set another, for example DIGEST_Web__Urls=http://127.0.0.1:5081",
        error);
}
