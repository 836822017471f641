using System.Text;
using Digest.IntegrationTests.Render;
using Digest.Model;
using Digest.Publish;
using Digest.Testing;
using Digest.Testing.Feeds;
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
    public async Task Feeds_begin_with_the_newest_issues_and_the_index_has_all()
    {
        _store.Issues = [.. Enumerable.Range(1, 120).Reverse().Select(Numbered)];

        var index = await TextAsync("index.html");
        var feed = await TextAsync("feed.xml");
        Assert.Equal(120, index.Split("<article").Length - 1);
        Assert.Equal(20, feed.Split("<item>").Length - 1);
        Assert.Contains("weekly/120<", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_issue_leaves_every_archive_as_it_was()
    {
        _store.Issues = [.. Enumerable.Range(1, 120).Reverse().Select(Numbered)];
        var before = (await BuildAsync()).Where(IsArchive).ToDictionary(file => file.Name);
        _store.Issues = [Numbered(121), .. _store.Issues];
        var after = (await BuildAsync()).ToDictionary(file => file.Name);

        Assert.NotEmpty(before);
        Assert.All(before.Values, file =>
        {
            Assert.Equal(file.Bytes.ToArray(), after[file.Name].Bytes.ToArray());
            Assert.Equal(file.LastModified, after[file.Name].LastModified);
        });
    }

    [Fact]
    public async Task Hub_is_named_in_current_feeds_and_in_their_headers()
    {
        var newsletter = SampleIssue.Newsletter with { Feeds = new FeedSettings { Hub = new("https://hub.example/") } };
        var files = await BuildAsync(newsletter);

        Assert.All(files.Where(file => file.Name.EndsWith(".xml", StringComparison.Ordinal)), file =>
        {
            var text = Encoding.UTF8.GetString(file.Bytes.Span);
            Assert.Contains("https://hub.example/", text, StringComparison.Ordinal);
            Assert.Equal("<https://hub.example/>; rel=\"hub\"", file.Links[0]);
            Assert.Equal($"<https://newsletter.example.org/weekly/{file.Name}>; rel=\"self\"", file.Links[1]);
        });
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("stories.xml")]
    public async Task Rss_keeps_the_rules_of_strict_readers(string name) =>
        Assert.Empty(RssRules.Faults((await FileAsync(name)).Bytes.Span));

    [Theory]
    [InlineData("atom.xml")]
    [InlineData("stories.atom.xml")]
    public async Task Atom_keeps_the_rules_of_strict_readers(string name) =>
        Assert.Empty(AtomRules.Faults((await FileAsync(name)).Bytes.Span));

    [Theory]
    [InlineData("feed.json")]
    [InlineData("stories.json")]
    public async Task Json_feed_keeps_the_rules_of_strict_readers(string name) =>
        Assert.Empty(JsonFeedRules.Faults((await FileAsync(name)).Bytes.Span));

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

    private static bool IsArchive(PublishedFile file) => file.Name.Contains("-archive-", StringComparison.Ordinal);

    private Task<IReadOnlyList<PublishedFile>> BuildAsync(Newsletter? newsletter = null) =>
        new SiteBuilder(_store, Some.SiteAddress(), Some.Templates())
            .BuildAsync(newsletter ?? SampleIssue.Newsletter, TestContext.Current.CancellationToken);
}
