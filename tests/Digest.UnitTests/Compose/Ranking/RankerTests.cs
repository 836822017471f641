using Digest.Compose.Ranking;
using Digest.Compose.Stories;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Compose.Ranking;

public class RankerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reasons_are_those_an_editor_would_give()
    {
        var blog = With(Item("planet"), new ItemSignals { Participants = 5, Replies = 12, Milestone = "juno-2" });
        var change = With(Item("review"), new ItemSignals { Importance = "Critical", Change = "new → merged" });

        var rank = Of(blog, change, Item("lists"));

        Assert.Equal(
            "3 sources, 5 participants, 12 replies, milestone juno-2, importance Critical, new → merged, 2 days old",
            rank.Words);
    }

    [Fact]
    public void What_no_source_says_counts_for_nothing() => Assert.Equal("2 days old", Of(Item("planet")).Words);

    [Fact]
    public void Author_on_a_blog_and_on_the_planet_is_one_voice()
    {
        var blog = By("佐藤 渚", Item("blog"));
        var planet = By("佐藤 渚 ", Item("planet"));

        Assert.Equal(1, Voices.CountOf(StoryOf(blog, planet)));
        Assert.Equal(2, Voices.CountOf(StoryOf(blog, planet, Item("lists"))));
        Assert.Equal(1, Voices.CountOf(StoryOf(Item("lists"), By("Ann", Item("lists")))));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(200, 6)]
    [InlineData(int.MaxValue, 6)]
    [InlineData(-5, 0)]
    public void Long_thread_does_not_bury_everything_else(int replies, int points)
    {
        var weights = new RankingWeights { Freshness = 0 };
        var item = With(Item("lists"), new ItemSignals { Replies = replies });

        Assert.Equal(points, new Ranker(weights, Now).Of(StoryOf(item)).Score);
    }

    [Fact]
    public void Sign_without_weight_is_no_reason() => Assert.Empty(
        new Ranker(new RankingWeights { Freshness = 0 }, Now).Of(StoryOf(Item("planet"))).Reasons);

    [Theory]
    [InlineData(0, "new", 6)]
    [InlineData(1, "1 day old", 6)]
    [InlineData(5, "5 days old", 4)]
    [InlineData(12, "", 0)]
    [InlineData(-3, "new", 6)]
    public void Age_counts_less_every_two_days(int days, string words, int points)
    {
        var item = Item("planet");
        var dated = item with { Content = item.Content with { Published = Now.AddDays(-days) } };

        var rank = Of(dated);

        Assert.Equal((words, points), (rank.Words, rank.Score));
    }

    [Theory]
    [InlineData("Critical", 3)]
    [InlineData(" high ", 2)]
    [InlineData("Medium", 1)]
    [InlineData("Wishlist", 0)]
    [InlineData("紧急", 3)]
    [InlineData(null, 0)]
    public void Words_of_trackers_are_known(string? word, int steps) =>
        Assert.Equal(steps, ImportanceWord.StepsOf(word));

    [Fact]
    public void Equal_stories_have_one_order()
    {
        var stories = Enumerable.Range(1, 9).Select(i => StoryOf(Some.Item($"Item {i}"))).ToList();

        Assert.Equal(Order(stories), Order(Enumerable.Reverse(stories)));
    }

    private static List<string> Order(IEnumerable<Story> stories) =>
        Ranker.Order(stories, story => (new Rank(0, []), story)).Select(story => story.Lead.Id).ToList();

    private static Rank Of(params Item[] items) => new Ranker(RankingWeights.Default, Now).Of(StoryOf(items));

    private static Story StoryOf(params Item[] items) =>
        new(items[0], [.. items.Skip(1).Select(item => new StoryMember(item, "same thread"))]);

    private static Item Item(string source) => Some.Item(source: source, seen: Now.AddDays(-2));

    private static Item By(string author, Item item) => item with { Content = item.Content with { Author = author } };

    private static Item With(Item item, ItemSignals signals) =>
        item with { Content = item.Content with { Signals = signals } };
}
