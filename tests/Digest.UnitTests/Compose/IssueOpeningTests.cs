using Digest.Compose;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Compose;

public class IssueOpeningTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 18, 0, 0, TimeSpan.Zero);

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromHours(8), "t", "t");

    private static readonly Newsletter Shanghai =
        Some.Newsletter() with { Schedule = new Schedule("", Zone, MissedRun.Skip) };

    [Fact]
    public void Last_day_is_today_where_the_newsletter_is() =>
        Assert.Equal(new DateOnly(2026, 11, 14), IssueOpening.Of(Shanghai, null, [], Now).To);

    [Fact]
    public void First_issue_begins_with_its_earliest_item() => Assert.Equal(
        new DateOnly(2026, 11, 5), IssueOpening.Of(Shanghai, null, [Some.Item(), Some.Item("b", seen: Now)], Now).From);

    [Fact]
    public void First_issue_reaches_back_a_month_at_most() => Assert.Equal(
        new DateOnly(2026, 10, 14), IssueOpening.Of(Shanghai, null, [Some.Item(seen: Now.AddYears(-3))], Now).From);

    [Fact]
    public void Item_dated_in_the_future_does_not_turn_the_range_around() => Assert.Equal(
        new DateOnly(2026, 11, 14), IssueOpening.Of(Shanghai, null, [Some.Item(seen: Now.AddDays(9))], Now).From);

    [Fact]
    public void Next_issue_begins_the_day_after() => Assert.Equal(
        new DateOnly(2026, 11, 8), IssueOpening.Of(Shanghai, Last(new DateOnly(2026, 11, 7)), [], Now).From);

    [Fact]
    public void Second_issue_of_a_day_covers_that_day()
    {
        var issue = IssueOpening.Of(Shanghai, Last(new DateOnly(2026, 11, 14)), [], Now);

        Assert.Equal((issue.To, "社区动态周刊第七期(11.14-11.14)"), (issue.From, issue.Title));
    }

    [Fact]
    public void Identity_is_a_tag_of_the_senders_domain() =>
        Assert.Equal("tag:news.example,2026-11-14:weekly/1", IssueOpening.Of(Shanghai, null, [], Now).Id);

    private static Issue Last(DateOnly to) => Some.Issue(number: 6) with { To = to };
}
