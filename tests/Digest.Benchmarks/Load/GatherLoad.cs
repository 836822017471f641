using System.Diagnostics;
using System.Globalization;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Many feeds of one server of its own on loopback, which takes its time for each answer: gathered into an empty
/// database, and once more when nothing changed.
/// </summary>
internal sealed class GatherLoad(int feeds, int latency, int perHost, bool keepsAnswers)
{
    private const int ItemsPerFeed = 10;

    private int _unchanged;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var server = await FakeFeedServer.StartAsync();
        for (var i = 0; i < feeds; i++)
            Serve(server, i);

        await using var database = await TempDatabase.CreateSqliteAsync(cancellationToken);
        await using var services = Services(database);
        var newsletter = Some.Newsletter() with
        {
            Sources = [.. Enumerable.Range(0, feeds).Select(i => new SourceDefinition
            {
                Id = $"feed{i}",
                Type = "feed",
                Url = server.Address($"/{i}"),
            })],
        };
        await GatherAsync(services, newsletter, "first", cancellationToken);
        await GatherAsync(services, newsletter, "again", cancellationToken);
    }

    private async Task GatherAsync(
        ServiceProvider services, Newsletter newsletter, string name, CancellationToken cancellationToken)
    {
        var before = _unchanged;
        var started = Stopwatch.GetTimestamp();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var report = await services.GetRequiredService<Gatherer>().RunAsync(
            newsletter, TimeProvider.System.GetUtcNow(), new Progress<SourceResult>(), cancellationToken);
        if (report.Sources.FirstOrDefault(source => source.Error is not null) is { } failed)
            throw new InvalidOperationException($"{failed.SourceId}: {failed.Error}");

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {feeds} feeds, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s, "
            + $"{(process.TotalProcessorTime - cpu).TotalSeconds:0.00} s CPU with the server, {report.NewItems} new "
            + $"items, {_unchanged - before} answers 304, {process.PeakWorkingSet64 / 1048576.0:0} MiB peak"));
    }

    private void Serve(FakeFeedServer server, int number)
    {
        var items = string.Concat(Enumerable.Range(0, ItemsPerFeed).Select(i =>
            $"<item><guid>{number}-{i}</guid><title>浮木 {i}</title><link>/{number}/{i}</link>"
            + "<description>&lt;p&gt;キールとアンカー: what happened around sail this week.&lt;/p&gt;</description></item>"));
        var feed = System.Text.Encoding.UTF8.GetBytes(
            $"<rss version=\"2.0\"><channel><title>{number}</title>{items}</channel></rss>");
        var tag = $"\"{number}\"";
        server.On($"/{number}", async context =>
        {
            await Task.Delay(latency, context.RequestAborted);
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                Interlocked.Increment(ref _unchanged);
                context.Response.StatusCode = 304;
                return;
            }

            await context.Response.Body.WriteAsync(feed, context.RequestAborted);
        });
    }

    private ServiceProvider Services(TempDatabase database)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Gather:AllowPrivateNetworks"] = "true",
            ["Gather:Concurrency"] = $"{Math.Max(perHost, 8)}",
            ["Gather:RequestsPerHost"] = $"{perHost}",
            ["Gather:KeepAnswers"] = keepsAnswers ? "30" : "0",
        };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddGather()
            .Configure<PathsOptions>(paths => paths.Data = database.Folder)
            .AddSingleton(database.Get<ISourceStore>())
            .BuildServiceProvider();
    }
}
