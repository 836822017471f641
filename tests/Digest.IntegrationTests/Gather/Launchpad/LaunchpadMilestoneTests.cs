using System.Text.Json.Nodes;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather.Launchpad;

public sealed class LaunchpadMilestoneTests : LaunchpadHost
{
    private const string Milestones = "keel/all_milestones";
    private const string Releases = "keel/releases";

    [Fact]
    public async Task First_read_tells_the_releases_of_its_window()
    {
        Launchpad.Collection(Milestones, Some.LaunchpadMilestone(Launchpad, "2.0"), Upcoming("3.0"));
        Launchpad.Collection(
            Releases, Release("2.0", "2026-11-11T00:00:00+00:00"), Release("1.0", "2020-01-01T00:00:00+00:00"));

        var item = Assert.Single(await Runs().NextAsync());

        Assert.Equal("keel/2.0@released", item.ExternalId);
        Assert.Equal("Keel 2.0 \"船首\"", item.Title);
        Assert.Equal("https://launchpad.net/keel/2.x/2.0", item.Url);
        Assert.Equal("Faster.\n\n- Fix the anchor", item.Body);
        Assert.Equal([ObjectKey.Release("keel", "v2.0")], item.Objects);
        Assert.Equal(new DateTimeOffset(2026, 11, 11, 0, 0, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(ItemKind.Release, item.Kind);
    }

    [Fact]
    public async Task Milestone_is_planned_moved_and_released()
    {
        var milestones = Launchpad.Collection(Milestones);
        var releases = Launchpad.Collection(Releases);
        var runs = Runs();
        await runs.NextAsync();

        milestones.Add(Upcoming("3.0"));
        var planned = Assert.Single(await runs.NextAsync());
        Assert.Equal(("planned for 2026-12-01", "planned for 2026-12-01"), (planned.Signals.Change, planned.Body));
        milestones[0]["date_targeted"] = "2026-12-08";
        Assert.Equal("planned for 2026-12-01 → 2026-12-08", Assert.Single(await runs.NextAsync()).Signals.Change);
        releases.Add(Release("3.0", "2026-11-12T00:00:00+00:00"));
        Assert.Equal("upcoming → released", Assert.Single(await runs.NextAsync()).Signals.Change);
        Assert.Empty(await runs.NextAsync());
    }

    [Fact]
    public async Task Release_written_down_long_after_its_date_is_told()
    {
        Launchpad.Collection(Milestones);
        var releases = Launchpad.Collection(Releases);
        var runs = Runs();
        await runs.NextAsync();

        releases.Add(Release("1.9", "2026-06-01T00:00:00+00:00"));

        Assert.Equal("keel/1.9@released", Assert.Single(await runs.NextAsync()).ExternalId);
    }

    [Fact]
    public async Task Release_of_tomorrow_is_not_released_yet()
    {
        Launchpad.Collection(Milestones, Upcoming("3.0"));
        Launchpad.Collection(Releases, Release("3.0", "2026-11-13T11:30:00+00:00"));
        var runs = Runs();

        Assert.Empty(await runs.NextAsync());
        Assert.Empty(await runs.NextAsync());
        Assert.Equal("upcoming → released", Assert.Single(await runs.NextAsync()).Signals.Change);
    }

    [Fact]
    public async Task Group_has_no_list_of_releases_and_each_is_asked_for_once()
    {
        var milestone = Some.LaunchpadMilestone(Launchpad, "2.0");
        milestone["release_link"] = Launchpad.Link("keel/2.x/2.0");
        Launchpad.Collection(Milestones, milestone);
        Launchpad.Thing("keel/2.x/2.0", Release("2.0", "2026-11-11T00:00:00+00:00"));
        var runs = Runs();

        Assert.Equal("keel/2.0@released", Assert.Single(await runs.NextAsync()).ExternalId);
        Assert.Empty(await runs.NextAsync());

        Assert.Single(Launchpad.Asked, asked => asked.Contains("2.x"));
    }

    [Fact]
    public async Task Editor_chooses_what_is_told()
    {
        var milestones = Launchpad.Collection(Milestones);
        Launchpad.Collection(Releases);
        var runs = Runs(("tell", ["released"]));
        await runs.NextAsync();

        milestones.Add(Upcoming("3.0"));

        Assert.Empty(await runs.NextAsync());
    }

    private JsonObject Upcoming(string name) =>
        Some.LaunchpadMilestone(Launchpad, name, "2026-12-01");

    private JsonObject Release(string version, string released) =>
        Some.LaunchpadRelease(Launchpad, version, released);

    private GatherRuns Runs(params (string, string[])[] settings) => new(
        Host, Some.ReviewSource("launchpad-milestones", Launchpad.Url, [.. settings, ("project", ["KEEL"])]));
}
