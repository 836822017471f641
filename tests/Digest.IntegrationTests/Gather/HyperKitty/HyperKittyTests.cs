using System.Text;
using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.HyperKitty;

public sealed class HyperKittyTests : IAsyncLifetime
{
    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeHyperKitty _archive = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _archive = new FakeHyperKitty(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Threads_become_items_with_the_addresses_of_their_mails()
    {
        _archive.Add(Some.ListMail("[keel] リリース", "87myycy5eh.fsf@uwakimon.sk.tsukuba.ac.jp", "錨 花子", body: "公開しました。"));

        var item = Assert.Single((await FetchedAsync()).Items);

        Assert.Equal(("リリース", "錨 花子", "ja"), (item.Title, item.Author, item.Language));
        Assert.Equal($"{_archive.Page}message/JJIGKPKB6CVDX6B2CUG4IHAJRIQIOUTP/", item.Url);
        Assert.Empty(item.Tags);
    }

    [Fact]
    public async Task Window_is_asked_for_with_the_day_after_it()
    {
        await FetchedAsync();

        Assert.Equal(["2026-10-16 2026-11-14"], _archive.Windows);
    }

    [Fact]
    public async Task Window_after_a_long_pause_is_asked_for_in_pieces()
    {
        var request = Some.Request(Source()) with { Since = Some.RunMoment.AddDays(-60) };

        await _host.Get<IEnumerable<ISourceReader>>().Single(reader => reader.Type == "hyperkitty")
            .ReadAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(["2026-08-31 2026-10-01", "2026-10-01 2026-11-01", "2026-11-01 2026-11-14"], _archive.Windows);
    }

    [Fact]
    public async Task Later_answers_are_no_new_items()
    {
        _archive.Add(Some.ListMail("One", "a@x"));
        var first = await FetchedAsync();
        _archive.Add(Some.ListMail("Re: One", "b@x", answers: "a@x"));

        var second = await FetchedAsync(new SourceState { Memory = first.Memory });

        Assert.Equal(("a@x", 1), (Assert.Single(second.Items).ExternalId, second.Items[0].Signals.Replies));
    }

    [Theory]
    [InlineData(403, "", "the list is private")]
    [InlineData(200, "<!DOCTYPE html><html>Sign in</html>", "the list is private")]
    [InlineData(404, "", "try type: feed with")]
    [InlineData(500, "", "the server has a fault")]
    [InlineData(200, "something else", "no mailbox file")]
    public async Task Export_that_is_refused_fails_with_its_remedy(int status, string body, string reason)
    {
        _archive.Instead = (status, Encoding.UTF8.GetBytes(body));

        Assert.Contains(reason, Assert.IsType<FetchOutcome.Failed>(await ReadAsync()).Reason);
    }

    [Fact]
    public async Task Empty_export_has_no_items() => Assert.Empty((await FetchedAsync()).Items);

    [Fact]
    public async Task Address_without_a_list_is_named()
    {
        var outcome = await _host.ReadAsync(Source() with { Url = _server.Address("/archives/") });

        Assert.Contains("no list is named here", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    private SourceDefinition Source() => new() { Id = "dev", Type = "hyperkitty", Url = _archive.Page };

    private Task<FetchOutcome> ReadAsync(SourceState? state = null) => _host.ReadAsync(Source(), state);

    private async Task<FetchOutcome.Fetched> FetchedAsync(SourceState? state = null) =>
        Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(state));
}
