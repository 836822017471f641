using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.IntegrationTests.Gather.Gerrit;

public sealed class GerritServerTests : IAsyncLifetime
{
    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeGerrit _gerrit = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _gerrit = new FakeGerrit(_server).Project("driftwood/keel");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Pages_are_read_to_the_end_and_each_change_is_one_item()
    {
        _gerrit.PageSize = 2;
        _gerrit.Changes.AddRange(Enumerable.Range(1, 5).Select(n => Some.GerritChange(n)));

        var fetched = await FetchAsync();

        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"{n}@merged"), fetched.Items.Select(item => item.ExternalId));
        Assert.Equal([0, 2, 4], _gerrit.Searches.Select(search => search.Start));
        Assert.Empty(fetched.Warnings);
    }

    [Fact]
    public async Task New_server_is_asked_for_what_was_merged_since()
    {
        _gerrit.Changes.Add(Some.GerritChange(1, change => change["submitted"] = "2026-10-01 00:00:00.000000000"));

        Assert.Empty((await FetchAsync()).Items);

        var (search, _) = Assert.Single(_gerrit.Searches);
        Assert.Equal("status:merged project:driftwood/keel mergedafter:\"2026-10-30 10:00:00\"", search);
    }

    [Theory]
    [InlineData("2.8.4", "after")]
    [InlineData("3.3.0-rc1", "after")]
    [InlineData("3.10.1-7-gabc", "mergedafter")]
    [InlineData("unheard of", "mergedafter")]
    public async Task Operator_fits_the_version(string version, string known)
    {
        _gerrit.Version = version;

        await FetchAsync();

        Assert.Contains($" {known}:", Assert.Single(_gerrit.Searches).Search);
    }

    [Fact]
    public async Task Operators_that_the_server_refuses_are_done_without()
    {
        _gerrit.Unknown.AddRange(["mergedafter", "after"]);
        _gerrit.PageSize = 1;
        _gerrit.Changes.Add(Some.GerritChange(1));
        const string old = "2026-10-01 00:00:00.000000000";
        _gerrit.Changes.Add(Some.GerritChange(2, change => (change["updated"], change["submitted"]) = (old, old)));
        _gerrit.Changes.Add(Some.GerritChange(3));

        var fetched = await FetchAsync();

        // The newest come first: behind an old one there is nothing to look for.
        Assert.Equal("1@merged", Assert.Single(fetched.Items).ExternalId);
        Assert.Equal([0, 0, 0, 1], _gerrit.Searches.Select(search => search.Start));
    }

    [Fact]
    public async Task Comment_on_what_was_merged_long_ago_is_no_news()
    {
        _gerrit.Version = "2.14";
        _gerrit.Changes.Add(Some.GerritChange(1, change => change["submitted"] = "2025-01-01 00:00:00.000000000"));

        Assert.Empty((await FetchAsync()).Items);
    }

    [Fact]
    public async Task Opened_and_abandoned_changes_are_told_where_they_are_wanted()
    {
        _gerrit.Changes.Add(Some.GerritChange(1, change => change["status"] = "NEW"));
        _gerrit.Changes.Add(Some.GerritChange(2, change => change["status"] = "ABANDONED"));
        _gerrit.Changes.Add(Some.GerritChange(3, change =>
            (change["status"], change["work_in_progress"]) = ("NEW", true)));
        _gerrit.Changes.Add(Some.GerritChange(4, change =>
            (change["status"], change["created"]) = ("NEW", "2024-01-01 00:00:00.000000000")));

        var fetched = await FetchAsync(("status", ["open", "abandoned"]));

        Assert.Equal(["1@open", "2@abandoned"], fetched.Items.Select(item => item.ExternalId));
        Assert.Equal([null, "open → abandoned"], fetched.Items.Select(item => item.Signals.Change));
    }

    [Fact]
    public async Task Lists_of_lists_are_read_as_well()
    {
        var (one, two) = (Some.GerritChange(1).ToJsonString(), Some.GerritChange(2).ToJsonString());
        Answer($")]}}'\n[[{one}],[{two},{one}]]");

        Assert.Equal(["1@merged", "2@merged"], (await FetchAsync()).Items.Select(item => item.ExternalId));
    }

    [Theory]
    [InlineData("<html>Down for maintenance</html>", "not that of a Gerrit server")]
    [InlineData("[]", "not that of a Gerrit server")]
    [InlineData(")]}'\n{\"not\":\"a list\"}", "no list of changes")]
    [InlineData(")]}'\n[1,2]", "no list of changes")]
    [InlineData(")]}'\n[{", "no JSON")]
    public async Task Answer_of_something_else_fails_clearly(string body, string reason)
    {
        Answer(body);

        Assert.Contains(reason, (await FailAsync()).Reason);
    }

    [Fact]
    public async Task Server_that_sends_the_same_page_for_ever_is_given_up()
    {
        var change = Some.GerritChange(1, change => change["_more_changes"] = true).ToJsonString();
        Answer($")]}}'\n[{change}]");

        Assert.Contains("same page again", (await FailAsync()).Reason);
    }

    [Theory]
    [InlineData(429, "the server asks to wait until")]
    [InlineData(503, "the server asks to wait until")]
    [InlineData(502, "the server has a fault; try later")]
    [InlineData(404, "check the url")]
    public async Task Refusal_says_what_to_do(int status, string reason)
    {
        _server.Status("/changes/", status, status is 429 or 503 ? "120" : null);

        Assert.Contains(reason, (await FailAsync()).Reason);
    }

    [Fact]
    public async Task Search_that_is_refused_whatever_the_time_is_the_editors_to_correct()
    {
        _server.Status("/changes/", StatusCodes.Status400BadRequest);

        Assert.EndsWith("correct projects, branch or query", (await FailAsync()).Reason);
    }

    [Fact]
    public async Task Fault_on_a_later_page_fails_the_read_and_the_next_one_has_all()
    {
        _gerrit.PageSize = 1;
        _gerrit.Changes.AddRange([Some.GerritChange(1), Some.GerritChange(2)]);
        var gerrit = _gerrit;
        _server.On("/changes/", context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await FailAsync();

        _gerrit = new FakeGerrit(_server) { PageSize = 1 };
        _gerrit.Changes.AddRange(gerrit.Changes);

        Assert.Equal(2, (await FetchAsync()).Items.Count);
    }

    [Fact]
    public async Task Project_that_the_server_does_not_know_is_pointed_out_at_the_first_read()
    {
        var first = await FetchAsync(("projects", ["driftwood/keel", "driftwood/kee1"]));
        var later = await FetchAsync(
            new SourceState { LastSuccess = Some.RunMoment }, ("projects", ["driftwood/kee1"]));

        Assert.Equal(
            "projects: 'driftwood/kee1' is not known to the server; correct it in newsletter.yml",
            Assert.Single(first.Warnings));
        Assert.Empty(later.Warnings);
    }

    [Fact]
    public async Task Server_below_a_prefix_is_read_from_the_address_of_its_page()
    {
        var gerrit = new FakeGerrit(_server, "/r/");
        gerrit.Changes.Add(Some.GerritChange(7));
        var source = Some.ReviewSource("gerrit", new Uri(gerrit.Url, "/r#/q/status:open"));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await _host.ReadAsync(source));

        Assert.Equal(
            _server.Address("/r/c/driftwood/keel/+/7").AbsoluteUri, Assert.Single(fetched.Items).Url);
    }

    private void Answer(string body) => _server.On("/changes/", context => context.Response.WriteAsync(body));

    private Task<FetchOutcome.Fetched> FetchAsync(params (string, string[])[] settings) =>
        FetchAsync(SourceState.Empty, settings);

    private async Task<FetchOutcome.Fetched> FetchAsync(SourceState state, params (string, string[])[] settings) =>
        Assert.IsType<FetchOutcome.Fetched>(await _host.ReadAsync(Source(settings), state));

    private async Task<FetchOutcome.Failed> FailAsync() =>
        Assert.IsType<FetchOutcome.Failed>(await _host.ReadAsync(Source()));

    private SourceDefinition Source(params (string Key, string[] Values)[] settings) => Some.ReviewSource(
        "gerrit",
        _gerrit.Url,
        settings.Any(setting => setting.Key == "projects")
            ? settings
            : [.. settings, ("projects", ["driftwood/keel"])]);
}
