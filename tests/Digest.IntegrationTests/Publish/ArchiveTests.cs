using Digest.IntegrationTests.Render;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Publish;

/// <summary>Whoever subscribes late finds everything: readers that others wrote go through all archives.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private const int Count = 97;
    private const string Feedparser = "/usr/lib/python3/dist-packages/feedparser/__init__.py";

    private readonly SiteFolder _site = new();

    public async ValueTask InitializeAsync()
    {
        _site.Store.Issues = [.. Enumerable.Range(1, Count).Reverse().Select(Numbered)];
        await _site.PublishAsync();
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public async Task Feedsmith_finds_every_issue_once(string name) =>
        Assert.Equal(_site.Store.Issues.Select(issue => issue.Issue.Id), await FeedsmithAsync(name));

    [Theory]
    [InlineData("stories.xml")]
    [InlineData("stories.atom.xml")]
    [InlineData("stories.json")]
    public async Task Feedsmith_finds_every_story_once(string name) => Assert.Equal(
        _site.Store.Issues.SelectMany(issue => issue.Stories).Select(story => story.Id), await FeedsmithAsync(name));

    [Theory]
    [InlineData("feed.xml", 4)]
    [InlineData("atom.xml", 4)]
    [InlineData("stories.xml", 2)]
    [InlineData("stories.atom.xml", 2)]
    public async Task Feedparser_follows_the_archives_without_complaint(string name, int atLeast)
    {
        ForeignTool.SkipWithout(Feedparser, "install python3-feedparser");
        const string Script = """
            import os, sys, feedparser
            folder, name, documents = sys.argv[1], sys.argv[2], 0
            while name:
                read = feedparser.parse(os.path.join(folder, name))
                assert not read.bozo, read.bozo_exception
                assert ("fh_archive" in read.feed) == (documents > 0)
                older = [link.href for link in read.feed.links if link.rel == "prev-archive"]
                name, documents = older[0].rsplit("/", 1)[1] if older else None, documents + 1
            print(documents)
            """;

        var read = await ForeignTool.RunAsync("/usr/bin/python3", "-X", "utf8", "-c", Script, _site.Public, name);

        Assert.True(int.Parse(read, System.Globalization.CultureInfo.InvariantCulture) >= atLeast);
    }

    [Fact]
    public async Task Html_of_every_entry_is_valid()
    {
        ForeignTool.SkipWithoutNode();
        var file = _site.PathOf("entry.html");
        var entries = SampleIssue.Frozen.Stories.Select(story => story.Html).Append(SampleIssue.Frozen.BodyHtml);
        await File.WriteAllTextAsync(
            file,
            "<!doctype html><html lang=\"zh-CN\"><head><title>x</title></head><body>"
            + $"{string.Concat(entries)}</body></html>",
            TestContext.Current.CancellationToken);

        await ForeignTool.RunAsync(
            "node", ForeignTool.PathOf("node_modules/.bin/html-validate"),
            "--config", ForeignTool.PathOf("email.json"), "--formatter", "text", file);
    }

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        return ValueTask.CompletedTask;
    }

    private static FrozenIssue Numbered(int number)
    {
        var issue = Some.Issue(number: number);
        return SampleIssue.Frozen with
        {
            Issue = issue,
            Stories = [.. SampleIssue.Frozen.Stories.Select(story => story with { Id = $"{issue.Id}#{story.Anchor}" })],
        };
    }

    private async Task<string[]> FeedsmithAsync(string name)
    {
        ForeignTool.SkipWithoutNode();
        var read = await ForeignTool.RunAsync("node", ForeignTool.PathOf("feeds.mjs"), _site.Public, name);
        return read.TrimEnd('\n').Split('\n');
    }
}
