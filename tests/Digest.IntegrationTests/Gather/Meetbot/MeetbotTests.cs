using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Meetbot;

public sealed class MeetbotTests : IAsyncLifetime
{
    private const string Minutes = """
        ========================
        #driftwood-meeting: keel
        ========================

        Meeting started by ann at 14:00:12 UTC.

        Meeting summary
        ---------------
        * 发布  (ann, 14:01:02)
          * AGREED: next week  (ann, 14:06:00)

        Meeting ended at 14:31:09 UTC.
        """;

    private readonly GatherHost _host = new();
    private FakeFeedServer _server = null!;
    private FakeEavesdrop _minutes = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _minutes = new FakeEavesdrop(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Meetings_of_the_window_become_items_with_their_pages()
    {
        _minutes.Add("keel/2026/keel.2026-11-12-14.00.txt", Minutes)
            .Add("keel/2026/keel.2026-11-12-14.00.html", "")
            .Add("keel/2026/keel.2026-11-12-14.00.log.html", "")
            .Add("keel/2026/keel.2026-09-12-14.00.txt", Minutes)
            .Add("keel/2025/keel.2025-11-12-14.00.txt", Minutes);

        var item = Assert.Single((await FetchedAsync()).Items);

        Assert.Equal(("keel.2026-11-12-14.00", "keel 2026-11-12"), (item.ExternalId, item.Title));
        Assert.Equal($"{_minutes.Root}keel/2026/keel.2026-11-12-14.00.html", item.Url);
        Assert.Equal(
            $"- 发布\n  - AGREED: next week\n\n<{_minutes.Root}keel/2026/keel.2026-11-12-14.00.log.html>", item.Body);
        Assert.DoesNotContain(_server.Requests, request => request.Path.Contains("2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_named_meetings_are_read_and_a_slip_is_pointed_out()
    {
        _minutes.Add("keel_team/2026/keel_team.2026-11-12-14.00.txt", Minutes)
            .Add("kel_team/2026/kel_team.2026-11-11-14.00.txt", Minutes)
            .Add("sail/2026/sail.2026-11-12-14.00.txt", Minutes);

        var fetched = await FetchedAsync("keel_team");

        Assert.Single(fetched.Items);
        Assert.Contains("1 of a name like 'keel_team'", Assert.Single(fetched.Warnings));
        Assert.DoesNotContain(_server.Requests, request => request.Path.Contains("sail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Meeting_that_is_nowhere_is_named()
    {
        _minutes.Add("keel/2026/keel.2026-11-12-14.00.txt", Minutes);

        Assert.Contains("no meeting is called rudder", Assert.Single((await FetchedAsync("keel", "rudder")).Warnings));
    }

    [Fact]
    public async Task Minutes_in_one_folder_are_read()
    {
        _minutes.Add("keel.2026-11-12-14.00.txt", Minutes);

        Assert.Single((await FetchedAsync()).Items);
    }

    [Fact]
    public async Task File_that_is_no_minutes_is_left_out_and_named()
    {
        _minutes.Add("keel/2026/keel.2026-11-12-14.00.txt", "something else");

        var fetched = await FetchedAsync();

        Assert.Empty(fetched.Items);
        Assert.Contains("no minutes as MeetBot writes them", Assert.Single(fetched.Warnings));
    }

    [Theory]
    [InlineData("../../secret/")]
    [InlineData("http://127.0.0.2/meetings/keel/")]
    [InlineData("keel/../../secret/")]
    [InlineData("%2e%2e%2fsecret/")]
    public async Task Listing_leads_nowhere_else(string link)
    {
        _minutes.Add("keel/2026/keel.2026-11-12-14.00.txt", Minutes).Link("", link);

        await FetchedAsync();

        Assert.All(_server.Requests, request => Assert.StartsWith("/meetings/", request.Path));
    }

    [Fact]
    public async Task Listings_that_lead_in_circles_are_left_at_a_depth()
    {
        _minutes.Add("a/b/c/d/e/keel.2026-11-12-14.00.txt", Minutes);

        Assert.Empty((await FetchedAsync()).Items);
        Assert.Equal(3, _server.Requests.Count);
    }

    [Fact]
    public async Task Page_without_a_listing_is_a_failure()
    {
        _server.Feed("/meetings/", "<html>Welcome</html>");

        Assert.Contains("no listing of meetings", Assert.IsType<FetchOutcome.Failed>(await ReadAsync()).Reason);
    }

    [Fact]
    public async Task Server_that_asks_to_wait_fails_the_read()
    {
        _minutes.Add("keel/2026/keel.2026-11-12-14.00.txt", Minutes);
        _server.Status("/meetings/keel/2026/keel.2026-11-12-14.00.txt", 429, "60");

        Assert.Contains("asks to wait until", Assert.IsType<FetchOutcome.Failed>(await ReadAsync()).Reason);
    }

    private Task<FetchOutcome> ReadAsync(params string[] meetings) => _host.ReadAsync(new SourceDefinition
    {
        Id = "meetings",
        Type = "meetbot",
        Url = _minutes.Root,
        Settings = meetings.Length == 0
            ? SourceSettingValues.None
            : new(new Dictionary<string, IReadOnlyList<string>> { ["meetings"] = meetings }),
    });

    private async Task<FetchOutcome.Fetched> FetchedAsync(params string[] meetings) =>
        Assert.IsType<FetchOutcome.Fetched>(await ReadAsync(meetings));
}
