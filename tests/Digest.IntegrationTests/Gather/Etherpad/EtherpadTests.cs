using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Etherpad;

public sealed class EtherpadTests : IAsyncLifetime
{
    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeEtherpad _pads = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _pads = new FakeEtherpad(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task First_read_tells_the_pad()
    {
        _pads.Write("浮木-议程", "议程\n\t* 发布 1.2\n\t* ann@anchor.example <b>\n");

        var item = Assert.Single((await FetchedAsync(Source("浮木-议程"))).Items);

        Assert.Equal(("浮木-议程", "- 议程\n- 发布 1.2\n- …@… \\<b>"), (item.Title, item.Body));
        Assert.Equal((ItemKind.Page, _pads.AddressOf("浮木-议程").AbsoluteUri), (item.Kind, item.Url));
    }

    [Fact]
    public async Task First_read_may_be_silent()
    {
        _pads.Write("keel", "agenda\n");
        var source = Source("keel") with { Settings = Values(("first_read", ["skip"])) };

        var first = await FetchedAsync(source);
        _pads.Write("keel", "agenda\nmore\n");
        var second = await FetchedAsync(source, first.Memory);

        Assert.Empty(first.Items);
        Assert.Equal(("- more", "1 new line"), (Assert.Single(second.Items).Body, second.Items[0].Signals.Change));
    }

    [Fact]
    public async Task Pad_that_did_not_change_is_told_once()
    {
        _pads.Write("keel", "agenda\n");
        var first = await FetchedAsync(Source("keel"));

        Assert.Empty((await FetchedAsync(Source("keel"), first.Memory)).Items);
    }

    [Fact]
    public async Task Emptied_pad_is_a_warning_and_its_return_no_news()
    {
        var text = string.Join('\n', Enumerable.Range(0, 20).Select(i => $"line {i}"));
        _pads.Write("keel", text);
        var first = await FetchedAsync(Source("keel"));
        _pads.Write("keel", "");
        var wiped = await FetchedAsync(Source("keel"), first.Memory);
        _pads.Write("keel", text);
        var back = await FetchedAsync(Source("keel"), wiped.Memory);

        Assert.Contains("nearly all that stood in the pad is gone", Assert.Single(wiped.Warnings));
        Assert.Empty(wiped.Items);
        Assert.Empty(back.Items);
    }

    [Fact]
    public async Task One_missing_pad_does_not_hide_the_others()
    {
        _pads.Write("keel", "agenda\n");

        var fetched = await FetchedAsync(Server("keel", "gone"));

        Assert.Single(fetched.Items);
        Assert.Contains("/p/gone/export/txt: HTTP 404: there is no such pad", Assert.Single(fetched.Warnings));
    }

    [Fact]
    public async Task Server_that_has_enough_keeps_what_it_gave()
    {
        _pads.Write("a", "one\n").Write("b", "two\n").Write("c", "three\n").MostExports = 1;

        var fetched = await FetchedAsync(Server("a", "b", "c"));

        Assert.Single(fetched.Items);
        Assert.Contains("asks to wait until", Assert.Single(fetched.Warnings));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>Sign in</html>", "text/plain", "a web page, not the text of a pad")]
    [InlineData("words", "text/html", "a web page, not the text of a pad")]
    public async Task Page_instead_of_a_text_is_named(string text, string type, string reason)
    {
        _pads.Write("keel", text, type);

        Assert.Contains(reason, await FailureAsync(Source("keel")));
    }

    [Fact]
    public async Task Missing_pad_is_a_failure() =>
        Assert.Contains("there is no such pad", await FailureAsync(Source("gone")));

    [Fact]
    public async Task Server_without_a_pad_is_named() =>
        Assert.Contains("no pad is named", await FailureAsync(Server()));

    private SourceDefinition Source(string pad) =>
        new() { Id = "pad", Type = "etherpad", Url = _pads.AddressOf(pad) };

    private SourceDefinition Server(params string[] pads) =>
        new() { Id = "pad", Type = "etherpad", Url = _pads.Root, Settings = Values(("pads", pads)) };

    private static SourceSettingValues Values(params (string Key, string[] Texts)[] values) => new(
        values.ToDictionary(value => value.Key, value => (IReadOnlyList<string>)value.Texts));

    private async Task<FetchOutcome.Fetched> FetchedAsync(SourceDefinition source, string? memory = null) =>
        Assert.IsType<FetchOutcome.Fetched>(await _host.ReadAsync(source, new SourceState { Memory = memory }));

    private async Task<string> FailureAsync(SourceDefinition source) =>
        Assert.IsType<FetchOutcome.Failed>(await _host.ReadAsync(source)).Reason;
}
