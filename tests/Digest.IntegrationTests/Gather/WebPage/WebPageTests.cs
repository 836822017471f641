using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.WebPage;

public sealed class WebPageTests : IAsyncLifetime
{
    private FakeFeedServer _server = null!;
    private readonly GatherHost _host = new();

    public async ValueTask InitializeAsync() => _server = await FakeFeedServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private SourceDefinition Page => new() { Id = "page", Type = "webpage", Url = _server.Address("/news") };

    [Fact]
    public async Task Old_entries_are_passed_over_at_first_and_new_ones_told_whatever_their_date()
    {
        var source = Page.With("item", "li");
        const string old =
            "<base href='https://news.example/'><li><a href='/1'>Old</a><time datetime='2020-01-01'></time></li>";
        _server.Feed("/news", $"{old}<li><a href='2'>新</a></li>", "\"1\"");
        Assert.Equal(1, (await _host.GatherAsync(source)).New);
        Assert.True((await _host.GatherAsync(source, day: 1)).Unchanged);

        _server.Feed("/news", $"{old}<li><a href='/3'>復刻</a><time datetime='2019-01-01'></time></li>", "\"2\"");

        Assert.Equal(1, (await _host.GatherAsync(source, day: 2)).New);
        Assert.Equal("https://news.example/2", _host.Store.Items[0].Content.Url);
    }

    [Fact]
    public async Task Selector_that_finds_nothing_is_a_failure_that_says_so()
    {
        _server.Feed("/news", "<p>No list today</p>");

        Assert.EndsWith(
            "selector 'li.entry' matches nothing; the page may have changed",
            (await _host.GatherAsync(Page.With("item", "li.entry"))).Error);
    }

    [Fact]
    public async Task Page_is_read_anew_when_its_selectors_change()
    {
        _server.Feed("/news", "<li><a href='/1'>One</a></li><h2><a href='/2'>Two</a></h2>", "\"1\"");
        await _host.GatherAsync(Page.With("item", "li"));

        Assert.Equal(1, (await _host.GatherAsync(Page.With("item", "h2"), day: 1)).New);
    }

    [Fact]
    public async Task Page_without_selector_is_watched_for_new_lines()
    {
        _server.Feed("/news", "<title>计划</title><p>一</p>");
        Assert.Equal(0, (await _host.GatherAsync(Page)).New);

        _server.Feed("/news", "<title>计划</title><p>一</p><p>二</p>");
        Assert.Equal(1, (await _host.GatherAsync(Page, day: 1)).New);
        Assert.Equal(0, (await _host.GatherAsync(Page, day: 2)).New);

        var item = Assert.Single(_host.Store.Items).Content;
        Assert.Equal(("计划", "二", ItemKind.Page), (item.Title, item.Body, item.Kind));
    }

    [Fact]
    public async Task Page_made_by_scripts_is_told()
    {
        _server.Feed("/news", "<body><script>render()</script></body>");

        Assert.Contains("may be made by scripts", (await _host.GatherAsync(Page)).Error);
    }
}
