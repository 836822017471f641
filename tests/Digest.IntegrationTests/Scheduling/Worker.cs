using Digest.Deliver;
using Digest.IntegrationTests.Web;
using Digest.Model;
using Digest.Publish;
using Digest.Run;
using Digest.Scheduling;
using Digest.Serving;
using Digest.Subscribers;
using Digest.Testing;
using Digest.Web;
using Digest.Web.Pages;
using Digest.Web.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Digest.IntegrationTests.Scheduling;

/// <summary>The whole worker with the real scheduler on the real clock, over doubles of the stages.</summary>
public sealed class Worker : IAsyncDisposable
{
    private WebApplication? _app;

    public RunStoreDouble Runs { get; init; } = new();

    public List<Issue> Issues { get; } = [];

    public Newsletter Newsletter { get; set; } = Some.Newsletter();

    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>The newsletters whose runs began.</summary>
    public TaskCompletionSource<string> Ran { get; } = new();

    /// <summary>What a run waits for before it ends.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<string> Addresses => _app!.Urls;

    /// <summary>Every Friday, and whatever a test wants to be different.</summary>
    public static Schedule Schedule(string cron = "0 0 9 ? * FRI", MissedRun missed = MissedRun.RunOnce) =>
        new(cron, TimeZoneInfo.Utc, missed);

    public async Task<Worker> StartAsync()
    {
        var settings = new ConfigurationBuilder().Build();
        _app = ServeHost.Build(settings, AddDoubles);
        await ServeHost.StartAsync(_app, TestContext.Current.CancellationToken);
        return this;
    }

    public async Task StopAsync()
    {
        using var stop = new CancellationTokenSource();
        var end = _app!.WaitForShutdownAsync(stop.Token);
        await stop.CancelAsync();
        await end;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is null)
            return;

        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private void AddDoubles(IServiceCollection services)
    {
        var published = new PublishedDouble();
        services.AddSingleton(new ServedNewsletters([Newsletter]));
        services.AddSingleton<IPublishedIssueStore>(published);
        services.AddSingleton<BuildSite>(published.BuildAsync);
        services.AddSingleton<IRunStore>(Runs);
        services.AddSingleton<IIssueStore>(new IssueStoreDouble(Issues));
        services.AddSingleton<ISubscriberStore>(new SubscriberDouble());
        services.AddSingleton(new UnsubscribeTokens("0123456789abcdef0123456789abcdef"u8.ToArray()));
        services.AddSingleton(new SiteAddress(new Uri("https://news.example/")));
        services.AddSingleton<RunNewsletter>(RunAsync);
        services.AddSingleton<SendIssue>((_, _, _) => throw new NotSupportedException());
        services.Configure<WebOptions>(options => options.Urls = Urls);
    }

    private async Task<RunReport> RunAsync(
        Newsletter newsletter, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Ran.TrySetResult(newsletter.Slug);
        await Work(cancellationToken);
        return new RunReport { Newsletter = newsletter.Slug, Now = at, State = RunState.Done };
    }
}
