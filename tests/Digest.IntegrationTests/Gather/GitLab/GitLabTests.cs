using Digest.Model;
using Digest.Testing;
using Xunit;
using static Digest.Testing.FakeGitLab;

namespace Digest.IntegrationTests.Gather.GitLab;

public sealed class GitLabTests : IAsyncLifetime
{
    private FakeFeedServer _server = null!;
    private FakeGitLab _lab = null!;
    private readonly GatherHost _host = new();

    public async ValueTask InitializeAsync()
    {
        _server = await FakeFeedServer.StartAsync();
        _lab = new FakeGitLab(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    private SourceDefinition Lab => new SourceDefinition { Id = "lab", Type = "gitlab", Url = _server.Address("/") }
        .With("projects", "driftwood/anchor").With("what", "releases");

    [Fact]
    public async Task Release_dated_back_is_found_behind_old_ones()
    {
        _lab.Releases(
            "driftwood/anchor",
            Release("v3", "2026-11-12T00:00:00Z"),
            Release("v2", "2026-02-01T00:00:00Z"),
            Release("v1", "2026-01-01T00:00:00Z"),
            Release("v0", "2025-12-01T00:00:00Z", created: "2026-11-12T00:00:00Z"));

        Assert.Equal(2, (await _host.GatherAsync(Lab)).New);
    }

    [Fact]
    public async Task Release_dated_ahead_is_held_back_and_told_on_its_day()
    {
        _lab.Releases("driftwood/anchor", Release("v3", "2026-11-15T00:00:00Z", created: "2026-11-01T00:00:00Z"));

        var first = await _host.GatherAsync(Lab);
        var second = await _host.GatherAsync(Lab, day: 3);
        var third = await _host.GatherAsync(Lab, day: 4);

        Assert.Equal((0, 1), (first.New, first.HeldBack));
        Assert.Equal(1, second.New);
        Assert.Equal(0, third.New);
    }

    [Fact]
    public async Task Group_is_read_project_by_project_where_something_happened()
    {
        _lab.Group(
                "driftwood",
                new { path_with_namespace = "driftwood/anchor", last_activity_at = "2026-11-12T00:00:00Z" },
                new { path_with_namespace = "driftwood/old", last_activity_at = "2020-01-01T00:00:00Z" })
            .Releases("driftwood/anchor", Release("v3", "2026-11-12T00:00:00Z"));

        var result = await _host.GatherAsync(Lab.With("projects").With("groups", "driftwood"));

        Assert.Equal(1, result.New);
        Assert.DoesNotContain(_lab.Asked, asked => asked.Contains("old", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merged_requests_are_asked_for_since_the_last_read()
    {
        _lab.Merged("driftwood/anchor", new
        {
            id = 4,
            iid = 2,
            state = "merged",
            title = "锚链加长",
            merged_at = "2026-11-12T00:00:00Z",
        });
        var source = Lab.With("what", "merge_requests");

        Assert.Equal(1, (await _host.GatherAsync(source)).New);
        Assert.Equal(0, (await _host.GatherAsync(source, day: 1)).New);
        Assert.Contains("updated_after=2026-11-13T09%3A00%3A00Z", _lab.Asked[^1], StringComparison.Ordinal);
        Assert.EndsWith("/driftwood/anchor/-/merge_requests/2", _host.Store.Items[0].Content.Url);
    }

    [Fact]
    public async Task Source_that_names_nothing_is_told_what_to_write() => Assert.Contains(
        "write for example 'projects: [driftwood/keel]'", (await _host.GatherAsync(Lab.With("projects"))).Error);
}
