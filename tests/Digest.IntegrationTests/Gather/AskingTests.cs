using System.IO.Compression;
using System.Text;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.IntegrationTests.Gather;

/// <summary>Servers are asked in turn, not while they ask to wait, where they moved to, and within bounds.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private const string Feed = "<rss version=\"2.0\"><channel><title>浮木</title></channel></rss>";

    private FakeFeedServer _server = null!;
    private readonly GatherHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await FakeFeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task One_server_is_asked_one_thing_at_a_time_and_two_servers_side_by_side()
    {
        await using var other = await FakeFeedServer.StartAsync();
        var (running, most, both) = (0, 0, new TaskCompletionSource());
        var meeting = 0;
        RequestDelegate answer = async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            await context.Response.WriteAsync(Feed);
            Interlocked.Decrement(ref running);
        };
        RequestDelegate meet = async context =>
        {
            if (Interlocked.Increment(ref meeting) == 2)
                both.SetResult();
            await both.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync(Feed);
        };
        for (var i = 0; i < 6; i++)
            _server.On($"/{i}", answer);
        _server.On("/meet", meet);
        other.On("/meet", meet);

        var report = await GatherAsync(
            [.. Enumerable.Range(0, 6).Select(i => At(_server, $"/{i}")), At(_server, "/meet"), At(other, "/meet")]);

        Assert.All(report.Sources, source => Assert.Null(source.Error));
        Assert.Equal(1, most);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("source", 2)]
    public async Task Wish_to_wait_spares_the_other_sources_of_the_host_unless_it_is_the_sources_own(
        string? scope, int asked)
    {
        _server.Status("/a", 429, "120").Feed("/b", Feed);

        var report = await GatherAsync(At(_server, "/a") with { Wait = scope }, At(_server, "/b"));

        Assert.Contains("HTTP 429: the server asks to wait until", report.Sources[0].Error);
        Assert.Equal(asked == 1, report.Sources[1].NotAsked is not null);
        Assert.Equal(asked, _server.Requests.Count);
    }

    [Fact]
    public async Task Wish_to_wait_outlives_the_program()
    {
        _server.Status("/a", 503, "120");
        await GatherAsync(At(_server, "/a"));
        await using var next = new GatherHost();
        next.Store.Waits.AddRange(_host.Store.Waits);

        var report = await GatherAsync(next, At(_server, "/a"));

        Assert.StartsWith("not asked until ", report.Sources[0].NotAsked);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Used_up_limit_of_a_service_is_waited_out()
    {
        _server.On("/a", context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset"] =
                $"{TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds()}";
            return Task.CompletedTask;
        });

        await GatherAsync(At(_server, "/a"));

        Assert.Single(_host.Store.Waits);
    }

    [Fact]
    public async Task Move_for_good_is_remembered_and_asked_there_from_then_on()
    {
        _server.Redirect("/old", "/older", 301).Redirect("/older", "/new", 308).Feed("/new", Feed, "\"one\"");
        await GatherAsync(At(_server, "/old"));

        var report = await GatherAsync(At(_server, "/old"));

        Assert.Contains("/new; change newsletter.yml", Assert.Single(report.Sources[0].Warnings));
        Assert.True(report.Sources[0].Unchanged);
        Assert.Equal(["/old", "/older", "/new", "/new"], _server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Move_that_leads_nowhere_is_taken_back(int status)
    {
        _server.Feed("/old", Feed).Status("/new", status);
        _host.Store.Remember("a", new SourceState
        {
            Address = _server.Address("/old").AbsoluteUri,
            MovedTo = _server.Address("/new"),
        });

        var report = await GatherAsync(At(_server, "/old"));

        Assert.Null(report.Sources[0].Error);
        Assert.Null(_host.Store.StateOf("a").MovedTo);
        Assert.Equal(["/new", "/old"], _server.Requests.Select(request => request.Path));
    }

    [Theory]
    [InlineData("\"plain\"")]
    [InlineData("W/\"weak\"")]
    [InlineData("unquoted")]
    [InlineData("\"with \"quotes\" inside\"")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("'single'")]
    [InlineData("\"gzip-ed\"-gzip")]
    public async Task Validators_go_back_as_they_came(string tag)
    {
        const string Date = "Friday the 13th, about ten";
        _server.Feed("/a", Feed, tag, Date);
        await GatherAsync(At(_server, "/a"));

        await GatherAsync(At(_server, "/a"));

        var again = _server.Requests.Last().Headers;
        Assert.Equal((tag, Date), ($"{again.IfNoneMatch}", $"{again.IfModifiedSince}"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("deflate, gzip")]
    [InlineData("identity")]
    public async Task Compressed_answer_is_unfolded(string encoding)
    {
        _server.On("/a", context => WriteAsync(context, encoding.Replace("raw ", "", StringComparison.Ordinal),
            Folded(encoding, Encoding.UTF8.GetBytes(Feed))));

        Assert.IsType<FetchOutcome.Fetched>(await _host.ReadAsync(At(_server, "/a")));
    }

    [Theory]
    [InlineData("zstd", "is not understood")]
    [InlineData("gzip, gzip, gzip", "is not understood")]
    [InlineData("gzip", "the compressed answer is broken")]
    [InlineData("br", "the compressed answer is broken")]
    public async Task Answer_that_cannot_be_unfolded_is_a_failure(string encoding, string reason)
    {
        _server.On("/a", context => WriteAsync(context, encoding, Encoding.UTF8.GetBytes(Feed)));

        Assert.Contains(reason, await FailureAsync());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Compressed_answer_that_was_cut_off_is_a_failure(string encoding)
    {
        var whole = Folded(encoding, Encoding.UTF8.GetBytes(Feed + new string(' ', 5000) + Guid.NewGuid()));
        _server.On("/a", context => WriteAsync(context, encoding, whole[..^12]));

        Assert.Contains("the compressed answer is broken", await FailureAsync());
    }

    [Fact]
    public async Task Answer_that_is_shorter_than_its_length_is_a_failure()
    {
        _server.On("/a", async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync(Feed);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.Contains("the connection failed", await FailureAsync());
    }

    [Fact]
    public async Task Headers_without_end_are_a_failure()
    {
        _server.On("/a", context =>
        {
            context.Response.Headers["X-Long"] = new string('x', 60_000);
            return context.Response.WriteAsync(Feed);
        });

        Assert.Contains("the connection failed", await FailureAsync());
    }

    [Fact]
    public async Task Server_that_falls_silent_in_the_middle_is_given_up()
    {
        await using var host = new GatherHost(("IdleTimeout", "00:00:01"));
        _server.On("/a", async context =>
        {
            await context.Response.WriteAsync(Feed);
            await context.Response.Body.FlushAsync();
            var gone = Task.Delay(Timeout.Infinite, context.RequestAborted);
            await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        var failed = Assert.IsType<FetchOutcome.Failed>(await host.ReadAsync(At(_server, "/a")));

        Assert.Contains("the server fell silent for 1 s", failed.Reason);
    }

    private static byte[] Folded(string encoding, byte[] bytes)
    {
        foreach (var layer in encoding.Split(", "))
        {
            using var folded = new MemoryStream();
            using (var folding = Folding(layer, folded))
                folding.Write(bytes);
            bytes = folded.ToArray();
        }

        return bytes;
    }

    private static Stream Folding(string layer, Stream inner) => layer switch
    {
        "br" => new BrotliStream(inner, CompressionLevel.Fastest, leaveOpen: true),
        "deflate" => new ZLibStream(inner, CompressionLevel.Fastest, leaveOpen: true),
        "raw deflate" => new DeflateStream(inner, CompressionLevel.Fastest, leaveOpen: true),
        "identity" => new BufferedStream(inner),
        _ => new GZipStream(inner, CompressionLevel.Fastest, leaveOpen: true),
    };

    private static async Task WriteAsync(HttpContext context, string encoding, byte[] bytes)
    {
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static SourceDefinition At(FakeFeedServer server, string path) =>
        Some.FeedSource(path == "/meet" ? $"meet{server.Address("/").Port}" : "a") with { Url = server.Address(path) };

    private Task<GatherReport> GatherAsync(params SourceDefinition[] sources) => GatherAsync(_host, sources);

    private static Task<GatherReport> GatherAsync(GatherHost host, params SourceDefinition[] sources)
    {
        var named = sources.Select((source, index) => index == 0 ? source : source with { Id = $"{source.Id}{index}" });
        return host.Get<Gatherer>().RunAsync(
            Some.Newsletter() with { Sources = [.. named] },
            Some.RunMoment,
            new Progress<SourceResult>(),
            Token);
    }

    private async Task<string> FailureAsync() =>
        Assert.IsType<FetchOutcome.Failed>(await _host.ReadAsync(At(_server, "/a"))).Reason;
}
