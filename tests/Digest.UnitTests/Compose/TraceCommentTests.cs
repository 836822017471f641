using Digest.Compose;
using Digest.Compose.Ranking;
using Digest.Compose.Stories;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose;

public class TraceCommentTests
{
    [Fact]
    public void Comment_tells_why_and_what_else()
    {
        var story = new Story(Some.Item(), [new StoryMember(Some.Item("x", "lists"), "same change 38230")])
        {
            Covered =
            [
                new Coverage(new IssueRef("weekly", "6"), "第六期", CoverageKind.FollowUp, "same blueprint keel/pack"),
            ],
        };

        Assert.EndsWith(
            " source:planet section:\"tag keel\" rank:\"2 sources, new\" seen:2026-11-05 "
            + "also:\"lists (same change 38230)\" covered:\"第六期 follow-up: same blueprint keel/pack\" "
            + "summary:draft -->",
            Trace(story, "tag keel", "2 sources", "new"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_told_the_comment_stays_one_comment_of_its_item() =>
        Prop.ForAll<string, string>((one, other) =>
        {
            var members = Enumerable.Range(1, 30)
                .Select(i => new StoryMember(Some.Item($"{i}{other}", $"s{i}{one}"), $"{other}-->{one}"));
            var story = new Story(Some.Item(), [.. members])
            {
                Covered = [.. Enumerable.Repeat(
                    new Coverage(new IssueRef("weekly", "6"), $"{one}--", CoverageKind.Repeat, $"\"{other}"), 9)],
            };
            var trace = Trace(story, $"{one}", $"-->{other}");

            var item = IssueMarkdown.Parse($"## A\n\n{trace}\n一句话。\n").Sections.Single().Items.Single();
            return item.ItemId == story.Lead.Id && item.Markdown == "一句话。";
        }).QuickCheckThrowOnFailure();

    private static string Trace(Story story, string reason, params string[] rank) => TraceComment.Of(
        new PlannedStory(story, new SectionRoute(["A"], reason), new Rank(1, rank)),
        Some.Newsletter(),
        isSummary: true);
}
