using Digest.Model;
using Digest.Publish;
using Digest.Templating;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Publish;

public sealed class FeedPagesTests
{
    private static readonly SiteFeed Issues = SiteFeed.All[0];
    private static readonly SiteFeed Stories = SiteFeed.All.First(feed => feed.IsPerStory);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void Few_issues_are_one_document(int count)
    {
        var page = Assert.Single(FeedPages.Of(Issues, Numbered(count), size: 3));

        Assert.True(page.IsWhole);
        Assert.Equal("feed.xml", page.Name);
    }

    [Fact]
    public void Archives_are_filled_from_the_oldest_issue_on()
    {
        var pages = FeedPages.Of(Issues, Numbered(8), size: 3);

        Assert.Equal(["feed.xml", "feed-archive-1.xml"], pages.Select(page => page.Name));
        Assert.Equal([8, 7, 6, 5, 4], Numbers(pages[0]));
        Assert.Equal([3, 2, 1], Numbers(pages[1]));
    }

    [Fact]
    public void Each_document_names_the_one_before_it()
    {
        var pages = FeedPages.Of(Issues, Numbered(11), size: 3);

        Assert.Equal(["feed-archive-2.xml", "feed-archive-1.xml", null], pages.Select(page => page.Older));
        Assert.All(pages, page => Assert.Equal("feed-archive-1.xml", page.Oldest));
        Assert.Equal([false, true, true], pages.Select(page => page.IsArchive));
    }

    [Fact]
    public void New_issue_changes_no_archive()
    {
        var archives = new Dictionary<string, List<int>>();
        for (var count = 1; count <= 40; count++)
        {
            foreach (var page in FeedPages.Of(Issues, Numbered(count), size: 4).Where(page => page.IsArchive))
            {
                archives.TryAdd(page.Name, Numbers(page));
                Assert.Equal(archives[page.Name], Numbers(page));
            }
        }

        Assert.Equal(9, archives.Count);
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_stands_twice()
    {
        var pages = FeedPages.Of(Issues, Numbered(50), size: 7);

        Assert.Equal(Enumerable.Range(1, 50).Reverse(), pages.SelectMany(Numbers));
        Assert.True(pages[0].Issues.Count >= 7);
    }

    [Fact]
    public void Stories_of_one_issue_stay_together()
    {
        var pages = FeedPages.Of(Stories, [.. Numbered(5).Select(issue => issue with { Stories = Two })], size: 3);

        Assert.Equal(["stories.xml", "stories-archive-1.xml"], pages.Select(page => page.Name));
        Assert.Equal([5, 4, 3], Numbers(pages[0]));
        Assert.Equal([2, 1], Numbers(pages[1]));
    }

    private static IReadOnlyList<FrozenStory> Two { get; } = [Story("a"), Story("b")];

    private static FrozenStory Story(string key) => new()
    {
        Id = $"tag:news.example,2026:weekly/1#{key}",
        Anchor = key,
        Title = "浮木",
        Section = ["Keel"],
        Html = "<p>浮木</p>",
        Language = "zh-CN",
    };

    private static List<FrozenIssue> Numbered(int count) =>
        [.. Enumerable.Range(1, count).Reverse().Select(number => Some.IssueToSend() with
        {
            Issue = Some.Issue(number: number),
        })];

    private static List<int> Numbers(FeedPage page) => [.. page.Issues.Select(issue => issue.Issue.Number!.Value)];
}
