using Digest.Model;
using Digest.Testing;
using Xunit;
using static Digest.Testing.FakeGitHub;

namespace Digest.IntegrationTests.Gather.GitHub;

public sealed class GitHubTests : IAsyncLifetime
{
    private FakeFeedServer _server = null!;
    private FakeGitHub _hub = null!;
    private readonly GatherHost _host = new();

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _hub = new FakeGitHub(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private SourceDefinition Hub => new SourceDefinition { Id = "hub", Type = "github", Url = _hub.Url }
        .With("repositories", "driftwood/keel");

    [Fact]
    public async Task Two_gathers_tell_each_thing_once_and_the_second_costs_nothing()
    {
        _hub.Releases("driftwood/keel", Release(1, "v2.4.0", "2026-11-12T00:00:00Z"))
            .Closed("driftwood/keel", Pull(7, "帆を直す", "2026-11-12T00:00:00Z"));

        Assert.Equal(2, (await _host.GatherAsync(Hub)).New);
        var second = await _host.GatherAsync(Hub, day: 1);

        Assert.True(second.Unchanged);
        Assert.Equal(2, _host.Store.Items.Count);
        Assert.Equal(2, _server.Requests.Count(request => request.Headers.IfNoneMatch.Count > 0));
    }

    [Fact]
    public async Task Pages_are_followed_until_they_are_old()
    {
        _hub.Closed(
            "driftwood/keel",
            [.. Enumerable.Range(1, 5).Select(i => Pull(i, $"new {i}", "2026-11-12T00:00:00Z")),
             .. Enumerable.Range(6, 9).Select(i => Pull(i, $"old {i}", "2026-01-01T00:00:00Z"))]);

        var result = await _host.GatherAsync(Hub.With("what", "pulls"));

        Assert.Equal(5, result.New);
        Assert.Equal(3, _hub.Asked.Count);
    }

    [Fact]
    public async Task Prerelease_that_becomes_a_release_is_told_although_its_date_is_old()
    {
        _hub.Releases("driftwood/keel", Release(1, "v3.0", "2026-11-12T00:00:00Z", prerelease: true));
        var source = Hub.With("what", "releases");
        Assert.Equal(0, (await _host.GatherAsync(source)).New);

        _hub.Releases("driftwood/keel", Release(1, "v3.0", "2026-11-12T00:00:00Z"));

        Assert.Equal(1, (await _host.GatherAsync(source, day: 20)).New);
    }

    [Fact]
    public async Task Failure_on_the_second_page_loses_nothing()
    {
        _hub.Releases("driftwood/keel", [.. Enumerable.Range(1, 3).Select(i =>
                Release(i, $"v{i}", "2026-11-12T00:00:00Z"))])
            .Refuse(context => context.Request.Query["page"] == "2" ? 500 : null);
        var source = Hub.With("what", "releases");
        Assert.Contains("HTTP 500", (await _host.GatherAsync(source)).Error);

        _hub.Refuse(_ => null);

        Assert.Equal(3, (await _host.GatherAsync(source, day: 1)).New);
    }

    [Fact]
    public async Task Repository_out_of_reach_neither_stops_the_others_nor_loses_what_happens_in_it()
    {
        _hub.Releases("driftwood/keel", Release(1, "v1", "2026-11-12T00:00:00Z"));
        var source = Hub.With("repositories", "driftwood/keel", "driftwood/lost").With("what", "releases");

        var first = await _host.GatherAsync(source);
        _hub.Releases("driftwood/lost", Release(2, "v1", "2026-11-01T00:00:00Z"));
        var second = await _host.GatherAsync(source, day: 7);

        Assert.Equal(1, first.New);
        Assert.Contains("it is private (then set token_env)", Assert.Single(first.Warnings));
        Assert.Equal(1, second.New);
    }

    [Fact]
    public async Task Used_up_limit_ends_the_asking_and_says_when_to_come_back()
    {
        _hub.Releases("driftwood/keel").Releases("driftwood/sail").Refuse(context =>
        {
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Limit"] = "60";
            context.Response.Headers["X-RateLimit-Reset"] = "1794564000";
            return 403;
        });

        var result = await _host.GatherAsync(Hub.With("repositories", "driftwood/keel", "driftwood/sail"));

        Assert.Contains("the limit of 60 requests is used up; try again after 2026-11-13 10:00:00Z", result.Error);
        Assert.Single(_hub.Asked);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/x", "lies on another server")]
    [InlineData(null, "pages in a circle")]
    public async Task Next_page_elsewhere_or_in_a_circle_is_not_followed(string? next, string reason)
    {
        var first = $"{_hub.Url}/repos/driftwood/keel/releases?per_page=100";
        _hub.Releases("driftwood/keel", [.. Enumerable.Range(1, 9).Select(i =>
                Release(i, $"v{i}", "2026-11-12T00:00:00Z"))])
            .NextPageAt(_ => next ?? first);

        Assert.Contains(reason, (await _host.GatherAsync(Hub.With("what", "releases"))).Error);
    }

    [Fact]
    public async Task Renamed_repository_is_read_and_the_new_name_is_asked_for()
    {
        _hub.Releases("driftwood/new", Release(1, "v1", "2026-11-12T00:00:00Z"));
        _server.Redirect("/api/v3/repos/driftwood/keel/releases", "/api/v3/repos/driftwood/new/releases", 301);

        var result = await _host.GatherAsync(Hub.With("what", "releases"));

        Assert.Equal(1, result.New);
        Assert.Contains("was renamed or moved", Assert.Single(result.Warnings));
    }

    [Fact]
    public async Task Token_goes_to_the_server_and_into_no_message()
    {
        Environment.SetEnvironmentVariable("DIGEST_TEST_HUB_TOKEN", "s3cret-token");
        _hub.Releases("driftwood/keel").Refuse(_ => 401);

        var result = await _host.GatherAsync(Hub.With("token_env", "DIGEST_TEST_HUB_TOKEN"));

        Assert.All(_server.Requests, request => Assert.Equal("Bearer s3cret-token", request.Headers.Authorization));
        Assert.Contains("the token is not accepted", result.Error);
        Assert.DoesNotContain("s3cret-token", result.Error);
    }

    [Theory]
    [InlineData("<html>Sign in</html>", "the answer is no JSON")]
    [InlineData("{\"message\":\"hi\"}", "the answer is no list")]
    [InlineData("[null, 7, {\"id\":null}, {\"id\":1,\"tag_name\":null}]", null)]
    public async Task Answer_of_another_kind_is_told_and_never_thrown(string body, string? reason)
    {
        _server.Feed("/api/v3/repos/driftwood/keel/releases", body);

        var result = await _host.GatherAsync(Hub.With("what", "releases"));

        Assert.Equal(reason is null, result.Error is null);
        Assert.Contains(reason ?? "", result.Error ?? "");
    }
}
