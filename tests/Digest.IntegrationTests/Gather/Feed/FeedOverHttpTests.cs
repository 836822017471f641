using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Feed;

public sealed class FeedOverHttpTests : IAsyncLifetime
{
    private const string Feed = """
        <?xml version="1.0"?>
        <rss version="2.0"><channel><title>Planet</title><link>https://planet.example/</link>
        <item><guid>1</guid><title>One</title><link>/1</link><description>&lt;p&gt;Text&lt;/p&gt;</description></item>
        </channel></rss>
        """;

    private FakeFeedServer _server = null!;
    private readonly GatherHost _host = new();

    public async ValueTask InitializeAsync() => _server = await FakeFeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Feed_becomes_items()
    {
        _server.Feed("/feed", Feed, "W/\"one\"", "Thu, 12 Nov 2026 10:00:00 GMT");

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("/feed"));

        var item = Assert.Single(fetched.Items);
        Assert.Equal("One", item.Title);
        Assert.Equal("Text", item.Body);
        Assert.Equal(_server.Address("/1").AbsoluteUri, item.Url);
        Assert.Equal("W/\"one\"", fetched.ETag);
        Assert.Equal("Thu, 12 Nov 2026 10:00:00 GMT", fetched.LastModified);
    }

    [Fact]
    public async Task Validators_are_sent_back_verbatim_and_304_means_unchanged()
    {
        _server.Feed("/feed", Feed, "W/\"one\"");

        var outcome = await ReadAsync("/feed", new SourceState { ETag = "W/\"one\"", LastModified = "not a date" });

        Assert.IsType<FetchOutcome.Unchanged>(outcome);
        var (_, headers) = Assert.Single(_server.Requests);
        Assert.Equal("W/\"one\"", headers.IfNoneMatch);
        Assert.Equal("not a date", headers.IfModifiedSince);
    }

    [Fact]
    public async Task Request_says_who_asks_and_carries_no_cookies()
    {
        _server.On("/feed", context =>
        {
            context.Response.Cookies.Append("track", "me");
            context.Response.Redirect("/real");
            return Task.CompletedTask;
        }).Feed("/real", Feed);

        await ReadAsync("/feed");

        Assert.Equal(2, _server.Requests.Count);
        Assert.All(_server.Requests, request =>
        {
            Assert.Equal("Digest/0.1 (+https://newsletter.example.org/)", request.Headers.UserAgent);
            Assert.False(request.Headers.ContainsKey("Cookie"));
            Assert.False(request.Headers.ContainsKey("Referer"));
        });
    }

    [Fact]
    public async Task Five_redirects_are_followed()
    {
        for (var i = 0; i < 5; i++)
            _server.Redirect($"/{i}", $"/{i + 1}");
        _server.Feed("/5", Feed);

        Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("/0"));
    }

    [Fact]
    public async Task Redirects_in_a_circle_are_given_up()
    {
        _server.Redirect("/feed", "/feed");

        Assert.Contains("its redirects go in a circle", await FailureAsync("/feed"));
    }

    [Fact]
    public async Task Sixth_redirect_is_not_followed()
    {
        for (var i = 0; i < 6; i++)
            _server.Redirect($"/{i}", $"/{i + 1}");
        _server.Feed("/6", Feed);

        Assert.Contains("more than 5 redirects", await FailureAsync("/0"));
    }

    [Fact]
    public async Task Redirect_to_a_file_is_refused()
    {
        _server.Redirect("/feed", "file:///etc/passwd");

        Assert.Contains("neither http nor https", await FailureAsync("/feed"));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    public async Task Move_for_good_is_told(int status, bool told)
    {
        _server.Redirect("/feed", "/new", status).Feed("/new", Feed);

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("/feed"));

        Assert.Equal(told ? _server.Address("/new") : null, fetched.MovedTo);
    }

    [Theory]
    [InlineData(404, "check the url in newsletter.yml")]
    [InlineData(410, "remove the source from newsletter.yml")]
    [InlineData(403, "does not let this program read it")]
    [InlineData(429, "asks to wait until")]
    public async Task Refusal_is_told_with_its_remedy_after_one_request(int status, string remedy)
    {
        _server.Status("/feed", status);

        var reason = await FailureAsync("/feed");

        Assert.Contains($"HTTP {status}: ", reason);
        Assert.Contains(remedy, reason);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Server_fault_is_tried_once_more()
    {
        var calls = 0;
        _server.Feed("/real", Feed).On("/feed", context =>
        {
            context.Response.StatusCode = calls++ == 0 ? 500 : 302;
            context.Response.Headers.Location = "/real";
            return Task.CompletedTask;
        });

        Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("/feed"));
    }

    [Fact]
    public async Task Server_that_stays_down_fails_after_two_tries()
    {
        _server.Status("/feed", 500);

        Assert.Contains("HTTP 500", await FailureAsync("/feed"));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Server_that_asks_to_wait_is_not_asked_again_at_once()
    {
        _server.Status("/feed", 503, "120");

        Assert.Contains("asks to wait until", await FailureAsync("/feed"));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Broken_connection_is_a_failure()
    {
        _server.Drop("/feed");

        Assert.Contains("the connection failed", await FailureAsync("/feed"));
    }

    [Fact]
    public async Task Server_that_falls_silent_is_given_up()
    {
        await using var host = new GatherHost(("Timeout", "00:00:01"));
        _server.Stall("/feed");

        var outcome = await host.ReadAsync(Source("/feed"));

        Assert.Contains("no whole answer within 1 s", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task Answer_that_unfolds_without_end_is_cut()
    {
        _server.Bomb("/feed", megabytes: 200);

        Assert.Contains("more than 100 times its size", await FailureAsync("/feed"));
    }

    [Fact]
    public async Task Page_that_is_no_feed_is_named()
    {
        _server.Feed("/feed", "<!DOCTYPE html><html><body>Login</body></html>");

        Assert.EndsWith("/feed: line 1: an HTML page, not a feed", await FailureAsync("/feed"));
    }

    [Fact]
    public async Task Page_that_advertises_one_feed_is_read_as_that_feed()
    {
        _server.Feed("/", "<html><link rel=alternate type=application/rss+xml href=/feed></html>").Feed("/feed", Feed);

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("/"));

        Assert.Equal("One", Assert.Single(fetched.Items).Title);
        Assert.Contains(_server.Address("/feed").AbsoluteUri, Assert.Single(fetched.Warnings));
    }

    [Fact]
    public async Task Feed_of_a_page_is_asked_at_once_the_next_time()
    {
        _server.Feed("/", "<html><link rel=alternate type=application/rss+xml href=/feed></html>")
            .Feed("/feed", Feed, "\"one\"");
        var first = Assert.IsType<FetchOutcome.Fetched>(await ReadAsync("/"));

        var outcome = await ReadAsync("/", new SourceState { ETag = first.ETag, Memory = first.Memory });

        Assert.IsType<FetchOutcome.Unchanged>(outcome);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task Page_that_advertises_several_feeds_names_them()
    {
        _server.Feed("/", """
            <html><link rel=alternate type=application/rss+xml href=/a title=全部>
            <link rel=alternate type=application/rss+xml href=/b></html>
            """);

        var reason = await FailureAsync("/");

        Assert.Contains($"{_server.Address("/a")} (全部), {_server.Address("/b")}", reason);
    }

    [Fact]
    public async Task Advertised_page_is_not_followed_further()
    {
        _server.Feed("/", "<html><link rel=alternate type=application/rss+xml href=/></html>");

        Assert.Contains("an HTML page, not a feed", await FailureAsync("/"));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task Private_network_is_refused_at_connect_time(string address)
    {
        await using var host = new GatherHost(("AllowPrivateNetworks", "false"));

        var outcome = await host.ReadAsync(Some.FeedSource() with { Url = new Uri(address) });

        Assert.Contains("lies on a private network", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task One_bad_source_does_not_spoil_the_run()
    {
        _server.Feed("/good", Feed).Status("/bad", 404);
        var newsletter = Some.Newsletter() with
        {
            Sources = [Source("/bad") with { Id = "bad" }, Source("/good") with { Id = "good" }],
        };

        var report = await _host.Get<Gatherer>().RunAsync(
            newsletter, DateTimeOffset.UnixEpoch, new Progress<SourceResult>(), TestContext.Current.CancellationToken);

        Assert.NotNull(report.Sources[0].Error);
        Assert.Equal(1, report.Sources[1].New);
        Assert.Single(_host.Store.Items);
    }

    private SourceDefinition Source(string path) => Some.FeedSource() with { Url = _server.Address(path) };

    private Task<FetchOutcome> ReadAsync(string path, SourceState? state = null) =>
        _host.ReadAsync(Source(path), state);

    private async Task<string> FailureAsync(string path) =>
        Assert.IsType<FetchOutcome.Failed>(await ReadAsync(path)).Reason;
}
