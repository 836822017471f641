using Digest.Compose.Stories;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Compose.Stories;

public class StoryJoinTests
{
    private static readonly string[] Key = [ObjectKey.Change("review.example", 38230)];

    [Fact]
    public void Same_change_from_a_server_and_a_link_to_it_are_one_story_with_its_reason()
    {
        var change = Item("Fix the race", "gerrit", "https://review.example/c/keel/+/38230") with { };
        change = change with { Content = change.Content with { Objects = Key } };

        var story = One(change, Item("竞争问题", "planet", "https://review.example/#/c/38230/"));

        Assert.Equal("same change 38230", Assert.Single(story.Also).Reason);
    }

    [Fact]
    public void Release_told_in_three_languages_is_one_story() => Assert.Equal(
        2,
        One(Item("python-keel 2.17.0 released", "a"), Item("Keel 2.17 发布", "b"), Item("Keel 2.17 をリリース", "c"))
            .Also.Count);

    [Fact]
    public void Answers_in_a_thread_are_one_story()
    {
        var first = Mail("1", "[keel] storage", []);
        var answer = Mail("2", "Re: [keel] storage", [ObjectKey.Message("1@lists.example")]);

        Assert.Equal("same message thread", Assert.Single(One(first, answer).Also).Reason);
    }

    [Fact]
    public void Change_that_names_one_bug_joins_it()
    {
        var bug = Item("Sync loses data", "bugs", "https://bugs.launchpad.net/keel/+bug/1237807");
        var change = Item("Hold the lock while writing", "gerrit", body: "Closes-Bug: #1237807");
        change = change with { Content = change.Content with { Kind = ItemKind.Change } };

        Assert.Equal("about bug 1237807", Assert.Single(One(bug, change).Also).Reason);
    }

    [Fact]
    public void Two_changes_of_one_title_are_two_stories() => Assert.Equal(2, Group(
        Item("Updated from global requirements", "keel", "https://review.example/c/keel/+/70001"),
        Item("Updated from global requirements", "sail", "https://review.example/c/sail/+/70002")).Count);

    [Fact]
    public void Note_in_another_language_joins_the_one_change_that_it_links()
    {
        var change = Item("Drop many anchors at once", "gerrit", "https://review.example/c/keel/+/81234");
        var note = Item("批量抛锚来了", "planet", "https://blog.example/bulk", "见 https://review.example/#/c/81234/ 。");

        Assert.Equal("about change 81234 alone", Assert.Single(One(change, note).Also).Reason);
    }

    [Fact]
    public void Two_sites_of_one_planet_may_tell_one_story()
    {
        var one = Item("Sail 离线同步中的竞争问题已修复", "planet", "https://lin.example/1");

        Assert.Single(One(one, Item("修复了 Sail 离线同步中的竞争问题", "planet", "https://mori.example/2")).Also);
    }

    [Fact]
    public void Text_posted_again_under_another_title_is_the_same_story()
    {
        var text = string.Concat(Enumerable.Range(0, 30).Select(i => $"word{i} "));
        var one = Item("Why coral grows at night", "planet", "https://lena.example/coral", text);

        var again = One(one, Item("A good read: coral at night", "links", "https://again.example/1", text));
        Assert.Equal("same text", Assert.Single(again.Also).Reason);
    }

    [Fact]
    public void Roundup_that_names_many_things_joins_none()
    {
        var bug = Item("Sync loses data", "bugs", "https://bugs.launchpad.net/keel/+bug/1237807");
        const string Many = "bug 1237807, bug 1237808, CVE-2026-41000, OSSA 2026-014";
        var roundup = Item("This week in Driftwood: sync loses data", "planet", body: Many);

        Assert.Equal(2, Group(bug, roundup).Count);
    }

    [Fact]
    public void Article_that_links_a_bug_in_passing_stays_apart()
    {
        var bug = Item("Sync loses data", "bugs", "https://bugs.launchpad.net/keel/+bug/1237807");
        var article = Item(
            "A year of packaging",
            "planet",
            "https://blog.example/year",
            new string('x', 500) + " https://bugs.launchpad.net/bugs/1237807");

        Assert.Equal(2, Group(bug, article).Count);
    }

    [Fact]
    public void Two_states_of_a_blueprint_are_two_news()
    {
        var approved = State("approved");
        var done = State("implemented");

        Assert.Equal(2, Group(approved, done).Count);
    }

    [Fact]
    public void Page_that_one_source_links_twice_joins_only_what_is_alike()
    {
        const string Milestone = "https://downloads.example/keel";
        var stories = Group(
            Item("keel 2.7.1 for testers of sync", "releases", Milestone),
            Item("anchor 3.1.1 for testers of login", "releases", Milestone),
            Item("anchor 3.1.1 for testers of login is here", "planet", Milestone));

        Assert.Equal([1, 2], stories.Select(story => story.Items.Count()).Order());
        Assert.Contains(stories, story => story.Also.Count == 0 && Title(story)[0] == 'k');
    }

    [Fact]
    public void Alike_titles_of_two_sources_are_one_story_and_of_one_source_are_not()
    {
        var one = Item("Sail 离线同步中的竞争问题已修复", "planet");

        var story = One(one, Item("修复了 Sail 离线同步中的竞争问题", "lists"));

        Assert.Matches("^titles [0-9]+ % alike$", Assert.Single(story.Also).Reason);
        Assert.Equal(2, Group(one, Item("Sail 离线同步的竞争问题已修复", "planet")).Count);
    }

    [Fact]
    public void Alike_titles_three_weeks_apart_are_two_stories()
    {
        var late = Some.Item("修复了 Sail 离线同步中的竞争问题", "lists", seen: Some.RunMoment.AddDays(21));

        Assert.Equal(2, Group(Some.Item("Sail 离线同步中的竞争问题已修复", "planet", seen: Some.RunMoment), late).Count);
    }

    [Fact]
    public void Same_items_in_any_order_are_the_same_stories()
    {
        Item[] items =
        [
            Item("Keel 2.17 发布", "a"), Item("Keel 2.17 released", "b"), Item("Keel 2.18 released", "b"),
            Item("Sail 离线同步中的竞争问题已修复", "c"), Item("修复了 Sail 离线同步中的竞争问题", "d"),
            Item("x", "e", "https://x.example/1"), Item("y", "f", "https://x.example/1"),
        ];

        Assert.Equal(Written(Group(items)), Written(Group([.. items.Reverse()])));
    }

    [Fact]
    public void Boilerplate_by_the_thousand_costs_a_bounded_number_of_comparisons()
    {
        const int Count = 3000;
        var items = Enumerable.Range(0, Count)
            .Select(i => Some.Item($"Driftwood storage driver report number {i}", $"source-{i % 40}"))
            .Concat(Enumerable.Range(0, Count).Select(i => Same("Weekly meeting of the storage drivers", i)));

        var grouping = StoryGrouper.Group([.. items], [], StoryLedger.Empty);

        Assert.InRange(grouping.Comparisons, 0, 2 * Count * 200);
        Assert.True(grouping.Comparisons < (long)Count * Count / 4, $"{grouping.Comparisons} comparisons");
    }

    [Fact]
    public void Item_of_a_story_in_the_draft_joins_it_and_is_no_entry()
    {
        var told = Item("Keel 2.17 发布", "a");
        var ledger = new StoryLedger([Placed(told)], []);

        var grouping = StoryGrouper.Group([Item("Keel 2.17 released", "b")], [], ledger);

        Assert.Empty(grouping.Fresh);
        Assert.Equal(told.Id, Assert.Single(grouping.Joined).StoryId);
    }

    [Fact]
    public void Items_that_an_editor_split_stay_apart_and_stand_alone()
    {
        var (one, other) = (Item("Keel 2.17 发布", "a"), Item("Keel 2.17 released", "b"));
        var ledger = new StoryLedger([Placed(one)], [new StoryVerdict(other.Id, one.Id, IsOne: false)]);

        Assert.True(Assert.Single(StoryGrouper.Group([other], [], ledger).Fresh).StandsAlone);
    }

    [Fact]
    public void Items_that_an_editor_joined_are_one_story_whatever_they_say()
    {
        var (one, other) = (Item("Keel 2.17 发布", "a"), Item("完全不同的一条消息", "b"));
        var ledger = new StoryLedger([], [new StoryVerdict(one.Id, other.Id, IsOne: true)]);

        Assert.Equal("an editor joined them", Assert.Single(
            Assert.Single(StoryGrouper.Group([one, other], [], ledger).Fresh).Also).Reason);
    }

    private static Story One(params Item[] items) => Assert.Single(Group(items));

    private static IReadOnlyList<Story> Group(params Item[] items) => StoryGrouper.Group(items, []);

    private static Item Item(string title, string source, string? url = null, string body = "") =>
        Some.Item(title, source, url, body);

    private static Item Same(string title, int number)
    {
        var item = Some.Item($"{number}", $"source-{number}");
        return item with { Content = item.Content with { Title = title } };
    }

    private static Item State(string state)
    {
        const string Page = "https://blueprints.launchpad.net/keel/+spec/offline-sync";
        var item = Item($"offline-sync {state}", "launchpad", Page);
        return item with
        {
            Content = item.Content with
            {
                Objects = [ObjectKey.Blueprint("keel", "offline-sync")],
                Signals = new ItemSignals { Change = $"→ {state}" },
            },
        };
    }

    private static Item Mail(string id, string title, string[] references)
    {
        var item = Item(title, "lists");
        return item with
        {
            Content = item.Content with
            {
                Kind = ItemKind.Message,
                Objects = [ObjectKey.Message($"{id}@lists.example")],
                Mentions = references,
            },
        };
    }

    private static PlacedItem Placed(Item item) =>
        new(item, new IssueRef("weekly", "1"), new StoryPlace(item.Id, item.Id, "", []));

    private static string Title(Story story) => story.Lead.Content.Title;

    private static IEnumerable<string> Written(IEnumerable<Story> stories) => stories.Select(story =>
        $"{Title(story)}: {string.Join(", ", story.Also.Select(Written))}");

    private static string Written(StoryMember member) => $"{member.Item.Content.Title} ({member.Reason})";
}
