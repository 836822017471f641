using Digest.Compose.Stories;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Compose.Stories;

public class StoryGrouperTests
{
    private const string Page = "https://a.example/x";
    private static readonly DateTimeOffset Early = new(2026, 11, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Item_seen_first_stands_for_all()
    {
        var late = Some.Item("late", "planet", Page);
        var early = Some.Item("early", "lists", Page, seen: Early);

        var story = Assert.Single(StoryGrouper.Group([late, early], [Some.FeedSource("planet")]));

        Assert.Equal((early, late), (story.Lead, Assert.Single(story.Also).Item));
    }

    [Fact]
    public void Of_items_seen_together_the_source_named_first_stands_for_all()
    {
        var story = StoryGrouper.Group(
            [Some.Item("a", "lists", Page), Some.Item("b", "planet", Page)],
            [Some.FeedSource("planet"), Some.FeedSource("lists")]);

        Assert.Equal("planet", Assert.Single(story).Lead.SourceId);
    }

    [Fact]
    public void Items_of_one_source_stay_apart() =>
        Assert.Equal(2, StoryGrouper.Group([Some.Item("a", url: Page), Some.Item("b", url: Page)], []).Count);

    [Fact]
    public void Items_without_an_address_stay_apart() =>
        Assert.Equal(2, StoryGrouper.Group([Some.Item("a", "planet"), Some.Item("b", "lists")], []).Count);
}
