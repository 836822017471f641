using System.Text;
using Digest.IntegrationTests.Render;
using Digest.Model;
using Digest.Publish;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Publish;

public sealed class SiteBuilderTests
{
    private readonly PublishedIssues _store = new(SampleIssue.Frozen);

    [Theory]
    [InlineData("index.html")]
    [InlineData("006.txt")]
    [InlineData("feed.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    [InlineData("stories.xml")]
    [InlineData("stories.atom.xml")]
    [InlineData("stories.json")]
    public async Task File_looks_as_agreed(string name) => GoldenFile.Matches(name, (await FileAsync(name)).Bytes);

    [Theory]
    [InlineData("006.html", "text/html; charset=utf-8")]
    [InlineData("006.txt", "text/plain; charset=utf-8")]
    [InlineData("feed.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("feed.json", "application/feed+json")]
    public async Task File_has_the_media_type_of_its_format(string name, string mediaType) =>
        Assert.Equal(mediaType, (await FileAsync(name)).MediaType);

    [Fact]
    public async Task Text_on_the_web_says_nothing_to_one_subscriber()
    {
        var text = await TextAsync("006.txt");

        Assert.DoesNotContain("退订", text, StringComparison.Ordinal);
        Assert.DoesNotContain("slot.invalid", text, StringComparison.Ordinal);
        Assert.Contains("https://pinestore.example/blog/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newsletter_without_issues_has_a_front_page_and_empty_feeds()
    {
        _store.Issues = [];

        Assert.Contains("第一期还在编辑中。", await TextAsync("index.html"), StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.UnixEpoch, (await FileAsync("feed.xml")).LastModified);
    }

    [Fact]
    public async Task Feeds_hold_the_newest_issues_and_the_index_all()
    {
        _store.Issues = [.. Enumerable.Range(1, 120).Reverse().Select(Numbered)];

        var index = await TextAsync("index.html");
        var feed = await TextAsync("feed.xml");
        Assert.Equal(120, index.Split("<article").Length - 1);
        Assert.Equal(50, feed.Split("<item>").Length - 1);
        Assert.Contains("weekly/120<", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Special_issue_called_index_does_not_take_the_front_page()
    {
        var special = SampleIssue.Frozen.Issue with { Ref = new IssueRef("weekly", "index") };
        _store.Issues = [SampleIssue.Frozen with { Issue = special }];

        Assert.Contains("class=\"archive\"", await TextAsync("index.html"), StringComparison.Ordinal);
    }

    private static FrozenIssue Numbered(int number) => SampleIssue.Frozen with { Issue = Some.Issue(number: number) };

    private async Task<string> TextAsync(string name) => Encoding.UTF8.GetString((await FileAsync(name)).Bytes.Span);

    private async Task<PublishedFile> FileAsync(string name) =>
        Assert.Single(await BuildAsync(), file => file.Name == name);

    private Task<IReadOnlyList<PublishedFile>> BuildAsync() =>
        new SiteBuilder(_store, Some.SiteAddress(), Some.Templates())
            .BuildAsync(SampleIssue.Newsletter, TestContext.Current.CancellationToken);
}
