using System.Text.Json;
using Digest.Gather.GitHub;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.GitHub;

public sealed class GitHubItemTests
{
    private static readonly GitHubChoice All = new()
    {
        WantsReleases = true,
        WantsPulls = true,
        WantsIssues = true,
    };

    [Fact]
    public void Release_becomes_an_item()
    {
        var item = Release("""
            { "id": 70, "tag_name": "v2.4.0", "name": "v2.4.0 「流木」", "prerelease": false, "draft": false,
              "html_url": "https://github.com/driftwood/keel/releases/tag/v2.4.0",
              "published_at": "2026-11-12T08:00:00Z", "author": { "login": "marit", "type": "User" },
              "body": "## 变更\r\n\r\n* 更快的龙骨\r\n<!-- bot -->" }
            """)!;

        Assert.Equal("release/70", item.ExternalId);
        Assert.Equal("keel v2.4.0 「流木」", item.Title);
        Assert.Equal("**变更**\n\n- 更快的龙骨", item.Body);
        Assert.Equal("marit", item.Author);
        Assert.Equal(ItemKind.Release, item.Kind);
        Assert.Equal([ObjectKey.Release("keel", "2.4.0")], item.Objects);
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 8, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public void Merged_pull_becomes_a_change()
    {
        var item = Ticket("""
            { "id": 900, "number": 12, "title": "帆を直す", "html_url": "https://github.com/driftwood/keel/pull/12",
              "user": { "login": "aoi", "type": "User" }, "comments": 4, "labels": [{ "name": "sail" }],
              "milestone": { "title": "2.5" }, "closed_at": "2026-11-11T09:00:00Z",
              "body": "Closes #7 and driftwood/sail#3", "pull_request": { "merged_at": "2026-11-11T09:00:00Z" } }
            """)!;

        Assert.Equal("pull/900", item.ExternalId);
        Assert.Equal("帆を直す", item.Title);
        Assert.Equal(ItemKind.Change, item.Kind);
        Assert.Equal(["keel", "sail"], item.Tags);
        Assert.Equal(["ticket:github.com/driftwood/keel#12"], item.Objects);
        Assert.Equal(["ticket:github.com/driftwood/keel#7", "ticket:github.com/driftwood/sail#3"], item.Mentions);
        Assert.Equal(new ItemSignals { Replies = 4, Milestone = "2.5", Change = "merged" }, item.Signals);
    }

    [Fact]
    public void Issue_that_is_closed_again_is_another_item()
    {
        const string issue = """{ "id": 5, "number": 3, "title": "t", "closed_at": "2026-11-1DAYT09:00:00Z" }""";

        Assert.NotEqual(
            Ticket(issue.Replace("DAY", "1", StringComparison.Ordinal))!.ExternalId,
            Ticket(issue.Replace("DAY", "2", StringComparison.Ordinal))!.ExternalId);
    }

    [Theory]
    [InlineData("""{ "id": 1, "number": 1, "title": "closed unmerged", "pull_request": { "merged_at": null } }""")]
    [InlineData("""{ "id": 1, "number": 1, "title": "won't do", "state_reason": "not_planned" }""")]
    [InlineData("""{ "id": 1, "number": 1, "title": "bump", "user": { "login": "tide[bot]" } }""")]
    [InlineData("""{ "id": 1, "title": "no number" }""")]
    [InlineData("""{ "id": "x", "number": null }""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public void What_is_not_wanted_or_no_ticket_is_left_out(string json) => Assert.Null(Ticket(json));

    [Fact]
    public void Labels_choose_what_is_told()
    {
        var choice = All with { AnyLabel = ["Highlight"] };
        const string issue = """{ "id": 1, "number": 1, "title": "t", "labels": [{ "name": "LABEL" }] }""";

        Assert.NotNull(Ticket(issue.Replace("LABEL", "highlight", StringComparison.Ordinal), choice));
        Assert.Null(Ticket(issue.Replace("LABEL", "chore", StringComparison.Ordinal), choice));
    }

    [Fact]
    public void Hostile_fields_stay_text()
    {
        var title = new string('長', 100_000);
        var item = Release($$"""
            { "id": 1, "tag_name": "../../x?<script>", "name": "{{title}}", "html_url": "javascript:alert(1)",
              "body": "# Heading\n\n<img src=x onerror=alert(1)> {{{title}}}", "author": { "login": "a\u0007\nb" } }
            """)!;

        Assert.InRange(item.Title.Length, 1, 501);
        Assert.StartsWith("https://github.com/driftwood/keel/releases/tag/..%2F..%2Fx", item.Url);
        Assert.Equal("a b", item.Author);
        Assert.DoesNotContain("onerror", item.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "https://api.github.com/", "github.com")]
    [InlineData("https://github.com", "https://api.github.com/", "github.com")]
    [InlineData("https://git.example", "https://git.example/api/v3/", "git.example")]
    [InlineData("https://git.example/api/v3", "https://git.example/api/v3/", "git.example")]
    public void Address_may_be_that_of_the_pages_or_of_the_api(string? url, string api, string host) =>
        Assert.Equal(new GitHubPlace(new Uri(api), host), GitHubPlace.Of(url is null ? null : new Uri(url)));

    [Theory]
    [InlineData("driftwood/keel", true)]
    [InlineData("driftwood/.github", true)]
    [InlineData("https://github.com/driftwood/keel", false)]
    [InlineData("driftwood", false)]
    [InlineData("driftwood/..", false)]
    [InlineData("a/b/c", false)]
    public void Repository_is_written_as_owner_and_name(string path, bool good) =>
        Assert.Equal(good, GitHubRepository.Fault(path) is null);

    private static GatheredItem? Release(string json) => GitHubReleases.ToItem(Parse(json), Context(All));

    private static GatheredItem? Ticket(string json, GitHubChoice? choice = null) =>
        GitHubTickets.ToItem(Parse(json), Context(choice ?? All));

    private static GitHubContext Context(GitHubChoice choice) => new(
        GitHubPlace.Of(null), new GitHubRepository("driftwood", "keel"), choice, Some.FeedSource("forge"));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
