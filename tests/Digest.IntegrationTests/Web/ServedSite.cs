using System.Net.Http.Headers;
using System.Text;
using Digest.Deliver;
using Digest.Model;
using Digest.Publish;
using Digest.Run;
using Digest.Subscribers;
using Digest.Testing;
using Digest.Web;
using Digest.Web.Pages;
using Digest.Web.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Digest.IntegrationTests.Web;

/// <summary>The web half of the worker on a real socket, over doubles of the stages.</summary>
public sealed class ServedSite : IAsyncDisposable
{
    public const string Token = "a-token-of-the-test";

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
    });
    private WebApplication? _app;

    public TestClock Clock { get; } = new();

    public PublishedDouble Published { get; } = new();

    public RunStoreDouble Runs { get; } = new();

    public SubscriberDouble Subscribers { get; } = new();

    public LogDouble Logs { get; } = new();

    public UnsubscribeTokens Tokens { get; } = new("0123456789abcdef0123456789abcdef"u8.ToArray());

    public List<Newsletter> Newsletters { get; } = [Some.Newsletter()];

    public WebOptions Options { get; } = new() { ApiToken = Token };

    public RunNewsletter Run { get; set; } = (newsletter, at, _) => Task.FromResult(
        new RunReport { Newsletter = newsletter.Slug, Now = at, State = RunState.Done });

    public Uri Address => new(_app!.Urls.Single());

    public async Task<ServedSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        AddDoubles(builder.Services);
        builder.Services.AddWeb();
        _app = builder.Build().UseWeb();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> PostAsync(
        string path, HttpContent? body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, body, headers);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = body };
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static (string Name, string Value) Bearer(string token = Token) => ("Authorization", $"Bearer {token}");

    public static StringContent Json(string text) =>
        new(text, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));

    public Task StopAsync() => _app!.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_app is null)
            return;

        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private void AddDoubles(IServiceCollection services)
    {
        services.TryAddSingleton<TimeProvider>(Clock);
        services.AddSingleton(new ServedNewsletters(Newsletters));
        services.AddSingleton<IPublishedIssueStore>(Published);
        services.AddSingleton<BuildSite>(Published.BuildAsync);
        services.AddSingleton<IRunStore>(Runs);
        services.AddSingleton<IIssueStore>(new IssueStoreDouble([Some.Issue()]));
        services.AddSingleton<ISubscriberStore>(Subscribers);
        services.AddSingleton(Tokens);
        services.AddSingleton(Run);
        services.AddSingleton(new SiteAddress(Options.PublicUrl));
        services.Configure<WebOptions>(options => options.ApiToken = Options.ApiToken);
    }
}
