using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Run;

/// <summary>An issue is made again from kept answers, on an empty ledger, with every server gone.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private const string Draft = "digests/harbour/issues/001.md";
    private const string Answers = "data/answers/harbour";

    private readonly CommandSite _site = new();
    private FakeFeedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        Publish("<item><guid>1</guid><title>キール 1.0 を公開</title><link>/1</link></item>", "\"one\"");
        _site.Replace(
            "digests/harbour/newsletter.yml",
            "  - { id: blog, type",
            $"  - {{ id: moved, type: feed, url: \"{_server.Address("/moved")}\" }}\n"
            + $"  - {{ id: still, type: feed, url: \"{_server.Address("/still")}\" }}\n"
            + $"  - {{ id: lost, type: feed, url: \"{_server.Address("/lost")}\" }}\n  - {{ id: blog, type");
        _site.Replace(
            "appsettings.json",
            "{\n  \"Paths\"",
            $"{{ \"Gather\": {{ \"AllowedHosts\": [\"{_server.Address("/").Authority}\"] }},\n  \"Paths\"");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _site.Dispose();
    }

    [Fact]
    public async Task Same_answers_make_the_same_draft_byte_for_byte()
    {
        await GatherTwiceAsync();
        await _site.RunAsync("draft", "harbour", "--at", CommandSite.SecondWeek);
        var live = await File.ReadAllBytesAsync(_site.PathOf(Draft), TestContext.Current.CancellationToken);
        await ForgetAllAsync();

        var replay = await _site.RunAsync("gather", "harbour", "--replay", "kept");
        await _site.RunAsync("draft", "harbour", "--at", CommandSite.SecondWeek);

        Assert.Contains("moved: 2 read, 1 new", replay.Output);
        Assert.Contains("still: unchanged", replay.Output);
        Assert.Contains("lost: not read", replay.Output);
        Assert.Equal(live, await File.ReadAllBytesAsync(_site.PathOf(Draft), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_gathering_alone_is_replayed_though_its_servers_said_not_modified()
    {
        await GatherTwiceAsync();
        await ForgetAllAsync();
        var second = Directory.GetDirectories(_site.PathOf("kept"), "2*").Order(StringComparer.Ordinal).Last();

        var replay = await _site.RunAsync("gather", "harbour", "--replay", second);

        Assert.Contains("moved: 2 read, 2 new", replay.Output);
        Assert.Contains("still: 1 read, 1 new", replay.Output);
    }

    [Fact]
    public async Task Gatherings_after_the_moment_are_left_out()
    {
        await GatherTwiceAsync();
        await ForgetAllAsync();

        var replay = await _site.JsonAsync(
            "gather", "harbour", "--replay", "kept", "--at", CommandSite.FirstWeek);

        var run = Assert.Single(replay["runs"]!.AsArray());
        Assert.Equal("2026-11-08T23:59:59+00:00", (string?)run!["now"]);
    }

    [Fact]
    public async Task Source_that_was_not_there_then_fails_and_says_so()
    {
        await GatherTwiceAsync();
        await ForgetAllAsync();
        _site.Replace("digests/harbour/newsletter.yml", "id: still", "id: other");

        var replay = await _site.RunAsync("gather", "harbour", "--replay", "kept");

        Assert.Contains("/still: it is not among the answers of this replay", replay.Output);
    }

    [Fact]
    public async Task Ledger_that_is_further_on_is_not_replayed_into()
    {
        await GatherTwiceAsync();

        var replay = await _site.RunAsync("gather", "harbour", "--replay", Answers);

        Assert.Equal(1, replay.ExitCode);
        Assert.Contains("replay into another Paths:Data", replay.Errors);
    }

    [Theory]
    [InlineData("digests", 1, "holds no gathering")]
    [InlineData("nowhere", 1, "holds no gathering")]
    public async Task Folder_without_a_gathering_is_refused(string folder, int code, string message)
    {
        var replay = await _site.RunAsync("gather", "harbour", "--replay", folder);

        Assert.Equal(code, replay.ExitCode);
        Assert.Contains(message, replay.Errors);
    }

    [Fact]
    public async Task Body_is_kept_once_and_no_secret_at_all()
    {
        _server.On("/still", context =>
        {
            context.Response.Headers.SetCookie = "session=hunter2";
            return context.Response.Body.WriteAsync("<rss version=\"2.0\"><channel/></rss>"u8.ToArray()).AsTask();
        });
        await _site.RunAsync("gather", "harbour", "--source", "still", "--at", CommandSite.FirstWeek);
        await _site.RunAsync("gather", "harbour", "--source", "still", "--at", CommandSite.SecondWeek);

        Assert.Single(Directory.GetFiles(_site.PathOf($"{Answers}/bodies"), "*", SearchOption.AllDirectories));
        foreach (var index in Directory.GetFiles(_site.PathOf(Answers), "*.jsonl", SearchOption.AllDirectories))
            Assert.DoesNotContain("hunter2", await File.ReadAllTextAsync(index, TestContext.Current.CancellationToken));
    }

    private async Task GatherTwiceAsync()
    {
        await _site.RunAsync("gather", "harbour", "--at", CommandSite.FirstWeek);
        Publish(
            "<item><guid>1</guid><title>キール 1.0 を公開</title><link>/1</link></item>"
            + "<item><guid>2</guid><title>浮木 sail 发布</title><link>/2</link></item>",
            "\"two\"");
        await _site.RunAsync("gather", "harbour", "--at", CommandSite.SecondWeek);
    }

    private void Publish(string items, string tag) => _server
        .Redirect("/moved", "/real", 301)
        .Feed("/real", $"<rss version=\"2.0\"><channel><title>Planet</title>{items}</channel></rss>", tag)
        .Feed(
            "/still",
            "<rss version=\"2.0\"><channel><item><guid>s</guid><title>Anchor</title></item></channel></rss>",
            "\"still\"");

    /// <summary>Leaves the settings and the kept answers; the ledger, the drafts and the servers are gone.</summary>
    private async Task ForgetAllAsync()
    {
        Directory.Move(_site.PathOf(Answers), _site.PathOf("kept"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_site.PathOf("data"), recursive: true);
        if (Directory.Exists(_site.PathOf("digests/harbour/issues")))
            Directory.Delete(_site.PathOf("digests/harbour/issues"), recursive: true);
        await _server.DisposeAsync();
    }
}
