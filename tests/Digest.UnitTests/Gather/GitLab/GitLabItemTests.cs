using System.Text.Json;
using Digest.Gather.GitLab;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.GitLab;

public sealed class GitLabItemTests
{
    private static readonly GitLabContext Context =
        new(Some.FeedSource("forge") with { Url = new Uri("https://lab.example/") });

    [Fact]
    public void Release_becomes_an_item()
    {
        var item = GitLabReleases.ToItem(Parse("""
            { "tag_name": "v1.2", "name": "锚 1.2", "description": "修复 [#3](/driftwood/anchor/-/issues/3)",
              "released_at": "2026-11-10T08:00:00.000Z", "author": { "name": "李雷" },
              "milestones": [{ "title": "1.2" }], "_links": { "self": "https://lab.example/x" } }
            """), "driftwood/anchor", Context)!;

        Assert.Equal("release/driftwood/anchor/v1.2", item.ExternalId);
        Assert.Equal("anchor 锚 1.2", item.Title);
        Assert.Equal("修复 [#3](https://lab.example/driftwood/anchor/-/issues/3)", item.Body);
        Assert.Equal("李雷", item.Author);
        Assert.Equal("1.2", item.Signals.Milestone);
        Assert.Equal(["release:anchor/1.2"], item.Objects);
    }

    [Fact]
    public void Merge_request_counts_apart_from_the_issue_of_its_number()
    {
        var item = GitLabMerges.ToItem(Parse("""
            { "id": 44, "iid": 7, "state": "merged", "title": "Sail faster", "description": "Closes #7",
              "web_url": "https://lab.example/driftwood/tools/sail/-/merge_requests/7",
              "merged_at": "2026-11-10T08:00:00Z", "user_notes_count": 2, "labels": ["speed"],
              "merge_commit_sha": "0123456789abcdef0123456789abcdef01234567", "squash_commit_sha": null }
            """), null, Context)!;

        Assert.Equal("merge/44", item.ExternalId);
        Assert.Equal(
            ["ticket:lab.example/driftwood/tools/sail!7", "commit:0123456789abcdef0123456789abcdef01234567"],
            item.Objects);
        Assert.Equal(["ticket:lab.example/driftwood/tools/sail#7"], item.Mentions);
        Assert.Equal(["sail", "speed"], item.Tags);
        Assert.Equal(2, item.Signals.Replies);
    }

    [Theory]
    [InlineData("""{ "iid": 7, "state": "opened", "web_url": "https://lab.example/a/b/-/merge_requests/7" }""")]
    [InlineData("""{ "iid": 7, "state": "merged", "web_url": "https://elsewhere.example/" }""")]
    [InlineData("""{ "title": "no number" }""")]
    [InlineData("""7""")]
    public void What_is_no_merge_of_a_known_project_is_left_out(string json) =>
        Assert.Null(GitLabMerges.ToItem(Parse(json), null, Context));

    [Theory]
    [InlineData("https://lab.example", "https://lab.example/api/v4/x")]
    [InlineData("https://lab.example/api/v4/", "https://lab.example/api/v4/x")]
    [InlineData("https://host.example/lab", "https://host.example/lab/api/v4/x")]
    public void Address_may_be_that_of_the_server_or_of_its_api(string url, string api) =>
        Assert.Equal(api, new GitLabContext(Some.FeedSource() with { Url = new Uri(url) }).Api("x").AbsoluteUri);

    [Theory]
    [InlineData("driftwood/keel", null)]
    [InlineData("driftwood/deep/er/keel", null)]
    [InlineData("driftwood", "is no project")]
    [InlineData("driftwood/../x", "is no project")]
    [InlineData("https://lab.example/a/b", "is no project")]
    public void Project_is_written_as_its_whole_path(string path, string? fault)
    {
        if (fault is null)
            Assert.Null(GitLabPath.ProjectFault(path));
        else
            Assert.Contains(fault, GitLabPath.ProjectFault(path));
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
