using System.CommandLine;
using System.Text.Json.Nodes;
using Digest.Composition;
using Digest.Model;
using Digest.Output;
using Digest.Serving;
using Digest.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Digest.Commands;

/// <summary><c>digest serve</c>: the worker. It ends with 0 when it is told to stop.</summary>
public static class ServeCommand
{
    public static Command Create(CommandHost host)
    {
        var command = new Command(
            "serve", "Run newsletters on schedule and serve pages, feeds, unsubscribing and the API, until stopped")
            .WithExample("digest serve", "DIGEST_Web__Urls=http://127.0.0.1:8080 digest serve");
        command.SetAction(host.WithStorage(ServeAsync));
        return command;
    }

    private static async Task<int> ServeAsync(CommandSession session, CancellationToken cancellationToken)
    {
        var configuration = session.Settings.Configuration;
        await using var app = ServeHost.Build(configuration, services => services.AddDigest(configuration));
        await ServeHost.StartAsync(app, cancellationToken);
        session.Show(() => Json(app), screen => Tell(app, screen));
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static JsonObject Json(WebApplication app) => new()
    {
        ["listening"] = new JsonArray([.. app.Urls.Select(url => (JsonNode)url)]),
        ["publicUrl"] = PublicUrl(app),
        ["newsletters"] = new JsonArray([.. Newsletters(app).Select(newsletter => (JsonNode)newsletter.Slug)]),
    };

    private static void Tell(WebApplication app, Screen screen)
    {
        screen.Line($"serving {Counted.Of(Newsletters(app).Count, "newsletter")} on {string.Join(", ", app.Urls)}");
        screen.Line($"known to the world as {PublicUrl(app)}; Ctrl-C stops it");
    }

    private static string PublicUrl(WebApplication app) =>
        app.Services.GetRequiredService<IOptions<WebOptions>>().Value.PublicUrl.AbsoluteUri;

    private static IReadOnlyList<Newsletter> Newsletters(WebApplication app) =>
        app.Services.GetRequiredService<ServedNewsletters>().All;
}
