using Digest.Model;
using Digest.Testing;
using Xunit;
using static Digest.Testing.FakeMediaWiki;

namespace Digest.IntegrationTests.Gather.MediaWiki;

public sealed class MediaWikiTests : IAsyncLifetime
{
    private FakeFeedServer _server = null!;
    private readonly GatherHost _host = new();

    public async ValueTask InitializeAsync() => _server = await FakeFeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private SourceDefinition Wiki => new() { Id = "wiki", Type = "mediawiki", Url = _server.Address("/w/api.php") };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Edits_of_every_page_of_the_answer_are_gathered(bool isOld)
    {
        new FakeMediaWiki(_server, isOld).Changes(
            Edit(15, "Road map", "/* Keel */ 议程", "2026-11-12T03:00:00Z"),
            Edit(14, "流木", "追記", "2026-11-12T02:00:00Z", "new"),
            Edit(13, "Road map", "/* Keel */ dates", "2026-11-12T01:00:00Z"));

        var result = await _host.GatherAsync(Wiki);

        Assert.Equal(2, result.New);
        Assert.Equal(["new page", "2 edits"], _host.Store.Items.Select(item => item.Content.Signals.Change));
        Assert.Equal("http://wiki.example/wiki/Road_map#Keel", _host.Store.Items[1].Content.Url);
    }

    [Fact]
    public async Task Edit_of_the_overlap_is_not_told_again_with_the_next_one()
    {
        var wiki = new FakeMediaWiki(_server).Changes(Edit(13, "Road map", "one", "2026-11-13T09:30:00Z"));
        await _host.GatherAsync(Wiki);
        Assert.Equal(0, (await _host.GatherAsync(Wiki, day: 1)).New);

        wiki.Changes(
            Edit(14, "Road map", "two", "2026-11-14T09:00:00Z"), Edit(13, "Road map", "one", "2026-11-13T09:30:00Z"));
        await _host.GatherAsync(Wiki, day: 2);

        Assert.Equal(["one", "two"], _host.Store.Items.Select(item => item.Content.Body));
    }

    [Fact]
    public async Task Named_pages_are_read_by_their_history_and_a_wrong_name_is_told()
    {
        new FakeMediaWiki(_server).History(
            "Plan", new { revid = 3, parentid = 2, user = "aoi", comment = "更新", timestamp = "2026-11-12T00:00:00Z" });

        var result = await _host.GatherAsync(Wiki.With("pages", "Plan", "Plam"));

        Assert.Equal(1, result.New);
        Assert.Contains("the wiki has no page 'Plam'", Assert.Single(result.Warnings));
    }

    [Fact]
    public async Task Bots_and_minor_edits_are_not_asked_for()
    {
        var wiki = new FakeMediaWiki(_server);

        await _host.GatherAsync(Wiki);

        Assert.Contains("rcshow=%21bot%7C%21minor", wiki.Asked[^1], StringComparison.Ordinal);
        Assert.Contains("rcnamespace=0", wiki.Asked[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maxlag", "the wiki is busy (maxlag); try later")]
    [InlineData("ratelimited", "asks for fewer requests")]
    [InlineData("readapidenied", "to members only")]
    [InlineData("rcunknown", "the wiki refuses: rcunknown: told by the wiki")]
    public async Task Error_in_a_good_answer_is_a_failure(string code, string words)
    {
        _ = new FakeMediaWiki(_server) { Error = code };

        Assert.Contains(words, (await _host.GatherAsync(Wiki)).Error);
    }

    [Fact]
    public async Task Api_is_found_from_any_page()
    {
        var wiki = new FakeMediaWiki(_server).Changes(Edit(13, "Plan", "x", "2026-11-12T00:00:00Z"));
        _server.Feed("/wiki/Main", "<html><link rel='EditURI' href='/w/api.php?action=rsd'>");

        Assert.Equal(1, (await _host.GatherAsync(Wiki with { Url = _server.Address("/wiki/Main") })).New);
        Assert.NotEmpty(wiki.Asked);
    }

    [Fact]
    public async Task Address_without_a_wiki_is_told()
    {
        _server.Feed("/", "<html><link rel='EditURI' href='https://evil.example/api.php'>");

        Assert.Contains(
            "names no API of a MediaWiki", (await _host.GatherAsync(Wiki with { Url = _server.Address("/") })).Error);
    }
}
