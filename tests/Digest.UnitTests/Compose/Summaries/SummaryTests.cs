using Digest.Compose;
using Digest.Compose.Ranking;
using Digest.Compose.Stories;
using Digest.Compose.Summaries;
using Digest.Model;
using Digest.Testing;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Compose.Summaries;

public class SummaryTests
{
    private static readonly string[] Pieces =
    [
        "龙骨 2.4 发布。", "Keel 12.5 is out. ", "「锚」也更新了！", "リリース 3.1 です。", "See https://a.cn/1. ", "2.5", "。",
        "\u202E", "\u200B",
        "<b>", "**", "](", "Hi all, ", "--> ", "1. ", "? ", "…", "\n\n", "Ann wrote: ", "😀", "\ud800",
    ];

    [Fact]
    public void Item_without_a_text_takes_one_from_its_story()
    {
        var mail = Some.Item("x", "lists", body: "大家好，\n\n龙骨 2.4 修复了三个错误。下周发布 2.5。");

        var entry = Entry(new Story(Some.Item(), [new StoryMember(mail, "same thread")]));

        Assert.Contains(" summary:draft -->", entry, StringComparison.Ordinal);
        Assert.Contains("龙骨 2.4 修复了三个错误。下周发布 2.5。", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("大家好", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_another_language_is_not_taken()
    {
        var mail = Some.Item("x", "lists", body: "Keel is out and mends three errors.", language: "en");

        Assert.DoesNotContain("Keel is", Entry(new Story(Some.Item(), [new StoryMember(mail, "same")])));
    }

    [Fact]
    public void Where_there_is_nothing_to_take_nothing_is_written()
    {
        var entry = Entry(new Story(Some.Item(), []));

        Assert.DoesNotContain("summary:", entry, StringComparison.Ordinal);
        Assert.EndsWith("**Keel 2.4 发布**", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_mail_gives_its_telling_sentences()
    {
        var filler = string.Concat(Enumerable.Repeat("We talked about this and that for a while. ", 40));
        var body = $"Hi all,\n\n{filler}\n\nKeel 2.4 mends the buffer bug and ships on Friday.\n\nThanks,\nAnn";

        var entry = Entry(new Story(Some.Item(title: "Keel 2.4 mends the buffer bug", body: body), []));

        Assert.Contains("Keel 2.4 mends the buffer bug and ships on Friday.", entry, StringComparison.Ordinal);
        Assert.Contains("summary:draft", entry, StringComparison.Ordinal);
        Assert.DoesNotContain("Hi all", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_gives_a_summary_that_its_source_holds() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var paragraphs = SummaryText.Paragraphs(text);
            var summary = Summarizer.Of("龙骨 Keel", paragraphs, 280);
            return Summarizer.Join(summary).Length <= 280 && SummaryCheck.Missing(summary, paragraphs).Count == 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Keel 2.5 is out.")]
    [InlineData("Sail 12.5 is out.")]
    [InlineData("Keel 12.5 is out. Ann said so.")]
    [InlineData("Keel 12.5 is out at https://a.cn/2.")]
    [InlineData("2.5 is out.")]
    [InlineData("锚 12.5 已发布。")]
    public void What_no_source_says_is_found(string summary) =>
        Assert.NotEmpty(SummaryCheck.Missing(
            SentenceCutter.Cut(summary), ["Keel 12.5 is out. See https://a.cn/1 for more."]));

    private static string Entry(Story story) => DraftEntry.Of(
        new PlannedStory(story, new SectionRoute(["A"], "tag keel"), new Rank(0, [])), Some.Newsletter()).Text;
}
