using System.Text;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Pipermail;

public sealed class PipermailTests : IAsyncLifetime
{
    private const string Month = "2026-November";
    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeMailman2 _archive = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _archive = new FakeMailman2(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Threads_of_the_window_become_items_with_their_addresses()
    {
        _archive.Add("2026-October", "[keel-dev] Old", "o@x", date: Some.RunMoment.AddDays(-25))
            .Add(Month, "[keel-dev] [sail] 发布计划", "a@x", "张三", body: "下周发布。")
            .Add(Month, "回复： [keel-dev] [sail] 发布计划", "b@x", answers: "a@x")
            .Add(Month, "Re: [keel-dev] Old", "c@x", answers: "o@x");

        var item = Assert.Single((await FetchedAsync()).Items);

        Assert.Equal(("发布计划", "张三", "下周发布。"), (item.Title, item.Author, item.Body));
        Assert.Equal(_server.Address(_archive.PathOf($"{Month}/000037.html")).AbsoluteUri, item.Url);
        Assert.Equal((1, "sail"), (item.Signals.Replies, Assert.Single(item.Tags)));
    }

    [Fact]
    public async Task Second_read_of_the_same_months_asks_with_validators_and_is_unchanged()
    {
        _archive.Add(Month, "One", "a@x");
        var first = await FetchedAsync();

        Assert.IsType<FetchOutcome.Unchanged>(await ReadAsync(new SourceState { Memory = first.Memory }));
    }

    [Fact]
    public async Task Month_that_grew_tells_what_is_new_and_what_became_of_the_rest()
    {
        _archive.Add(Month, "One", "a@x");
        var first = await FetchedAsync();
        _archive.Add(Month, "Re: One", "b@x", answers: "a@x").Add(Month, "Two", "c@x");

        var second = await FetchedAsync(new SourceState { Memory = first.Memory });

        Assert.Equal(["a@x 1", "c@x 0"], second.Items.Select(item => $"{item.ExternalId} {item.Signals.Replies}"));
    }

    [Fact]
    public async Task Two_gatherings_in_a_row_tell_nothing_twice()
    {
        _archive.Add(Month, "One", "a@x").Add(Month, "Re: Elder", "b@x", answers: "z@x");
        var newsletter = Some.Newsletter() with { Sources = [Source()] };

        var first = await GatherAsync(newsletter);
        _archive.Add(Month, "Re: One", "c@x", answers: "a@x");
        var second = await GatherAsync(newsletter);

        Assert.Equal((1, 0), (first.NewItems, second.NewItems));
        Assert.True(second.AllRead);
    }

    [Fact]
    public async Task File_that_is_called_packed_and_is_not_is_read_all_the_same()
    {
        _archive.Add(Month, "One", "a@x");
        _archive.Download($"{Month}.txt.gz", Encoding.UTF8.GetBytes(Some.Mbox(Some.ListMail("Plain"))));

        Assert.Equal("Plain", Assert.Single((await FetchedAsync()).Items).Title);
    }

    [Fact]
    public async Task Cut_file_keeps_its_whole_mails_and_is_asked_for_again()
    {
        _archive.Add(Month, "One", "a@x");
        var words = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => i * 7919 % 10_007));
        var mails = Some.Gzip(Some.Mbox(Some.ListMail("One", "a@x"), Some.ListMail("Two", "b@x", body: words)));
        _archive.Download($"{Month}.txt.gz", mails[..^5000], "\"cut\"");

        var fetched = await FetchedAsync();

        Assert.Equal("One", Assert.Single(fetched.Items).Title);
        Assert.Contains("the end is missing", Assert.Single(fetched.Warnings));
        Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(new SourceState { Memory = fetched.Memory }));
    }

    [Fact]
    public async Task Archive_in_a_plain_directory_is_read()
    {
        _archive.Add(Month, "One", "a@x");
        _archive.Page("", $"<a href=\"?C=M\">x</a><a href=\"{Month}/\">x</a><a href=\"{Month}.txt.gz\">x</a>");

        Assert.Single((await FetchedAsync()).Items);
    }

    [Fact]
    public async Task Mail_links_to_the_threads_where_the_month_has_no_list_by_date()
    {
        _archive.Add(Month, "One", "a@x").Page($"{Month}/thread.html", "<ul></ul>");
        _server.Status(_archive.PathOf($"{Month}/date.html"), 404);

        var item = Assert.Single((await FetchedAsync()).Items);

        Assert.EndsWith($"{Month}/thread.html", item.Url);
    }

    [Fact]
    public async Task Bomb_is_left_out_and_named()
    {
        _archive.Add(Month, "One", "a@x");
        _archive.Download($"{Month}.txt.gz", Some.Gzip(new byte[30_000_000]));

        Assert.Contains("more than 26214400 bytes", await FailureAsync());
    }

    [Fact]
    public async Task Month_that_is_gone_does_not_hide_the_others()
    {
        _archive.Add(Month, "One", "a@x").Add("2026-October", "Old", "o@x");
        _server.Status(_archive.PathOf("2026-October.txt.gz"), 404);

        var fetched = await FetchedAsync();

        Assert.Single(fetched.Items);
        Assert.Contains("2026-October.txt.gz: left out: HTTP 404", Assert.Single(fetched.Warnings));
    }

    [Theory]
    [InlineData(404, null, "check the url in newsletter.yml")]
    [InlineData(403, null, "does not let this program read it")]
    [InlineData(429, "60", "asks to wait until")]
    [InlineData(503, "60", "asks to wait until")]
    public async Task Server_that_refuses_fails_the_read_with_its_remedy(int status, string? wait, string reason)
    {
        _server.Status(_archive.PathOf(""), status, wait);
        Assert.Contains(reason, await FailureAsync());
    }

    [Fact]
    public async Task Month_that_is_throttled_fails_the_read()
    {
        _archive.Add(Month, "One", "a@x");
        _server.Status(_archive.PathOf($"{Month}.txt.gz"), 429, "60");

        Assert.Contains("asks to wait until", await FailureAsync());
    }

    [Fact]
    public async Task Login_page_instead_of_mails_is_named()
    {
        _archive.Add(Month, "One", "a@x").Page($"{Month}.txt.gz", "Please log in");
        Assert.Contains("a web page, not the mails of a month", await FailureAsync());
    }

    [Fact]
    public async Task Page_that_is_no_archive_is_named_with_what_would_be_right()
    {
        _archive.Page("", "<p>Info page of the list</p><a href=\"/elsewhere\">x</a>");
        Assert.Contains("give the address of the list's archive", await FailureAsync());
    }

    [Fact]
    public async Task Empty_archive_has_no_items()
    {
        _archive.Page("", "<p>No messages have been posted to this list yet, so the archives are currently empty.</p>");
        Assert.Empty((await FetchedAsync()).Items);
    }

    private SourceDefinition Source() => new() { Id = "dev", Type = "pipermail", Url = _archive.Index };

    private Task<FetchOutcome> ReadAsync(SourceState? state = null) => _host.ReadAsync(Source(), state);

    private async Task<FetchOutcome.Fetched> FetchedAsync(SourceState? state = null) =>
        Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(state));

    private async Task<string> FailureAsync() => Assert.IsType<FetchOutcome.Failed>(await ReadAsync()).Reason;

    private Task<GatherReport> GatherAsync(Newsletter newsletter) => _host.Get<Gatherer>().RunAsync(
        newsletter, Some.RunMoment, new Progress<SourceResult>(), TestContext.Current.CancellationToken);
}
