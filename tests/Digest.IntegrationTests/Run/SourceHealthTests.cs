using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Run;

/// <summary><c>digest sources</c> says how each source is doing, and when and why it is asked next.</summary>
public sealed class SourceHealthTests : IAsyncLifetime
{
    private const string Feed =
        "<rss version=\"2.0\"><channel><item><guid>1</guid><title>锚 released</title></item></channel></rss>";

    private readonly CommandSite _site = new();
    private FakeFeedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _server.Redirect("/moved", "/fresh", 308).Feed("/fresh", Feed).Status("/gone", 410).Status("/busy", 429, "600");
        var web = string.Concat(new[] { "moved", "fresh", "gone", "lost", "busy" }.Select(id =>
            $"  - {{ id: {id}, type: feed, url: \"{_server.Address($"/{id}")}\", wait: source }}\n"));
        _site.Replace("digests/harbour/newsletter.yml", "  - { id: blog, type", $"{web}  - {{ id: blog, type");
        _site.Replace(
            "appsettings.json",
            "{\n  \"Paths\"",
            $"{{ \"Gather\": {{ \"AllowedHosts\": [\"{_server.Address("/").Authority}\"] }},\n  \"Paths\"");
        await _site.RunAsync("gather", "harbour");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _site.Dispose();
    }

    [Theory]
    [InlineData("fresh", "fresh", "fresh")]
    [InlineData("moved", "fresh", "fresh")]
    [InlineData("lost", "failing", "the last try failed: ")]
    [InlineData("gone", "resting", "rests since ")]
    [InlineData("busy", "waiting", "HTTP 429: the server asks to wait until ")]
    public async Task Standing_and_reason_are_told(string id, string standing, string why)
    {
        var health = await _site.JsonAsync("sources", "show", "harbour", id);

        Assert.Equal(standing, (string?)health["standing"]);
        Assert.StartsWith(why, (string?)health["why"]);
        Assert.NotNull((string?)health["nextTry"]);
        Assert.Equal(standing == "fresh", (string?)health["lastNew"] is not null);
    }

    [Fact]
    public async Task Move_for_good_is_told_until_the_file_is_changed()
    {
        var shown = await _site.RunAsync("sources", "show", "harbour", "moved");
        Assert.Contains("/fresh; change newsletter.yml", shown.Output);

        _site.Replace("digests/harbour/newsletter.yml", "/moved", "/fresh");

        Assert.Null((string?)(await _site.JsonAsync("sources", "show", "harbour", "moved"))["movedTo"]);
    }

    [Fact]
    public async Task Next_run_leaves_alone_what_rests_and_waits_and_says_so()
    {
        var before = _server.Requests.Count;

        var again = await _site.RunAsync("gather", "harbour");

        Assert.Matches("gone: not asked until .*: rests since .*remove it from newsletter.yml", again.Output);
        Assert.Matches("busy: not asked until .*: HTTP 429", again.Output);
        Assert.Equal(before + 3, _server.Requests.Count);
    }

    [Fact]
    public async Task One_source_can_be_forced()
    {
        _server.Feed("/gone", Feed);

        var forced = await _site.RunAsync("gather", "harbour", "--source", "gone", "--force");

        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("gone: 1 read, 1 new", forced.Output);
    }

    [Theory]
    [InlineData("blogs")]
    [InlineData("https://blogs.example/")]
    [InlineData("a b.example")]
    public async Task Wrong_scope_of_waits_is_refused_with_its_line(string wait)
    {
        _site.Replace("digests/harbour/newsletter.yml", "wait: source", $"wait: \"{wait}\"");

        var result = await _site.RunAsync("gather", "harbour");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"'{wait}' is not whom a server's wish to wait holds for; write host, source", result.Errors);
    }

    [Theory]
    [InlineData("gather --source gone", "name the newsletter too")]
    [InlineData("gather harbour --source nowhere", "has no source 'nowhere'")]
    [InlineData("gather harbour --replay x --force", "leave out --source and --force")]
    public async Task Wrong_choice_is_refused(string line, string message)
    {
        var result = await _site.RunAsync(line.Split(' '));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(message, result.Errors);
    }
}
