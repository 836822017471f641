using Digest.Lint;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Lint;

public class IssueRulesTests
{
    private static readonly Issue Sixth = Some.Issue(number: 6) with
    {
        Title = "社区动态周刊第六期(10.31-11.06)",
        From = new DateOnly(2026, 10, 31),
        To = new DateOnly(2026, 11, 6),
    };

    [Theory]
    [InlineData("第一期(11.07-11.13)", "")]
    [InlineData("第二期(11.07-11.13)", "number-title")]
    [InlineData("No. 3 (11.07-11.13)", "number-title")]
    [InlineData("十一月的消息", "number-missing")]
    [InlineData("第一期(11.06-11.13)", "range-title")]
    [InlineData("第一期(1107-1113)", "")]
    public void Title_agrees_with_number_and_days(string title, string rule) => Assert.Equal(
        rule,
        string.Join(' ', Linted.Rules(Linted.File(
            $"---\ntitle: {title}\nnumber: 1\nfrom: 2026-11-07\nto: 2026-11-13\n---\n\n一句话。\n"))));

    [Theory]
    [InlineData(7, "2026-11-07", "")]
    [InlineData(7, "2026-11-06", "range-overlap")]
    [InlineData(7, "2026-11-09", "range-gap")]
    [InlineData(8, "2026-11-07", "number-next")]
    [InlineData(6, "2026-11-07", "number-next")]
    public void Issue_follows_the_last_one(int number, string from, string rule)
    {
        var issue = Some.Issue(number: number) with
        {
            Title = $"第{number}期",
            From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        };

        Assert.Equal(rule, string.Join(' ', Linted.Rules(
            Linted.File($"---\ntitle: 第{number}期\n---\n\n一句话。\n", issue) with { Previous = Sixth })));
    }

    [Theory]
    [InlineData("2026-11-07", "2026-11-14", "range-future")]
    [InlineData("2026-08-07", "2026-11-13", "range-long")]
    [InlineData("2026-11-13", "2026-11-07", "front-matter")]
    [InlineData("2026-11-32", "2026-11-13", "front-matter")]
    public void Days_are_possible(string from, string to, string rule) => Assert.Contains(
        rule, Linted.Rules(Linted.File($"---\ntitle: 第一期\nfrom: {from}\nto: {to}\n---\n\n一句话。\n")));

    [Fact]
    public void New_year_inside_the_title_is_a_note()
    {
        var issue = Some.Issue() with
        {
            Title = "第一期(12.26-01.10)",
            From = new DateOnly(2025, 12, 26),
            To = new DateOnly(2026, 1, 10),
        };

        var found = Assert.Single(Linter.Check(Linted.File("---\ntitle: 第一期(12.26-01.10)\n---\n\n一句话。\n", issue)));

        Assert.Equal(("range-year", LintSeverity.Info), (found.Rule, found.Severity));
    }

    [Theory]
    [InlineData("11.8号，龙骨发布 2.4。", false)]
    [InlineData("10.30号，龙骨发布 2.4。", true)]
    [InlineData("11月20日の発表です。", true)]
    [InlineData("2026-11-01 Keel was released.", true)]
    [InlineData("2.16.0 已经发布。", false)]
    [InlineData("3.8 版本已经发布。", false)]
    [InlineData("龙骨将在 12.20号 发布。", false)]
    public void Item_dated_outside_the_issue_is_found(string text, bool isFound) =>
        Assert.Equal(isFound, Linted.Rules(Linted.Body(text)).Contains("date-outside"));

    [Theory]
    [InlineData("## 业界动态\n\n一句话。\n\n## 社区跟踪\n\n### Tempst\n\n一句话二。\n", "heading-near")]
    [InlineData("## 业界动态\n\n一句话。\n\n## 社区跟踪\n", "section-empty")]
    [InlineData("## 业界动态\n\n一句话。\n\n## 业界动态\n\n一句话二。\n", "heading-duplicate")]
    [InlineData("## 业界动态\n\n#### Keel\n\n一句话。\n", "heading-level")]
    [InlineData("## 业界动态\n\n一句话。\n\n## Sail\n\n一句话二。\n", "")]
    [InlineData("## 业界动态\n\n### 其他\n\n一句话。\n", "")]
    public void Headings_are_sound(string body, string rule) =>
        Assert.Equal(rule, string.Join(' ', Linted.Rules(Linted.File($"{Linted.Head}\n{body}"))));

    [Fact]
    public void Issue_without_items_is_an_error() =>
        Assert.Equal(["no-items"], Linted.Rules(Linted.File(Linted.Head)));

    [Fact]
    public void Text_before_the_front_matter_is_an_error()
    {
        var found = Linted.Rules(Linted.File("# 标题\nTags:\n" + Linted.Head + "\n一句话。\n"));

        Assert.Equal(["text-before-front-matter"], found);
    }

    [Theory]
    [InlineData(79, "")]
    [InlineData(81, "letter-large")]
    [InlineData(101, "letter-too-large")]
    public void Size_of_the_letter_is_told(int kilobytes, string rule) => Assert.Equal(
        rule, string.Join(' ', Linted.Rules(Linted.Body("一句话。") with { Letter = new(kilobytes * 1024, "") })));
}
