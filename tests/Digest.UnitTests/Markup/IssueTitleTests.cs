using System.Globalization;
using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public class IssueTitleTests
{
    [Theory]
    [InlineData("OpenStack社区动态第六期(12.26-01.16)", 6)]
    [InlineData("社区周报第二十期", 20)]
    [InlineData("周刊 第 12 期", 12)]
    [InlineData("通信 第１２号", 12)]
    [InlineData("Weekly No. 6 (Jan 1–7)", 6)]
    [InlineData("This Week, Issue 123", 123)]
    [InlineData("Newsletter #7", 7)]
    public void Number_is_read_in_every_custom(string title, int number) =>
        Assert.Equal(number, IssueTitle.NumberOf(title));

    [Theory]
    [InlineData("OpenStack巴塞罗那峰会Day3")]
    [InlineData("Casino 5")]
    [InlineData("C#7 and &#7;")]
    [InlineData("第零期")]
    [InlineData("Year 2014")]
    public void Title_without_a_number_has_none(string title) => Assert.Null(IssueTitle.NumberOf(title));

    [Theory]
    [InlineData("第六期(12.26-01.16)", "2014-01-16", "2013-12-26/2014-01-16")]
    [InlineData("第十一期(0320-0410)", "2014-04-10", "2014-03-20/2014-04-10")]
    [InlineData("第十八期(0917-10.15)", "2014-10-15", "2014-09-17/2014-10-15")]
    [InlineData("第一期(11.17-11.22)", "2013-11-12", "2013-11-17/2013-11-22")]
    [InlineData("第五期(12.20-12.31)", "2014-01-02", "2013-12-20/2013-12-31")]
    [InlineData("第八期(02.20-02.29)", "2012-03-01", "2012-02-20/2012-02-29")]
    public void Years_are_those_nearest_to_the_file(string title, string date, string range)
    {
        var (from, to) = IssueTitle.RangeOf(title, DateOnly.Parse(date, CultureInfo.InvariantCulture))!.Value;

        Assert.Equal(range, string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("Review (2013-2014)")]
    [InlineData("Release 4.0")]
    [InlineData("第一期(13.01-13.05)")]
    [InlineData("Call 0123-45678")]
    public void What_is_no_range_is_none(string title) =>
        Assert.Null(IssueTitle.RangeOf(title, new DateOnly(2014, 1, 1)));

    [Theory]
    [InlineData("OpenStack社区动态第六期(12.26-01.16)", "OpenStack社区动态")]
    [InlineData("Weekly — No. 6", "Weekly")]
    [InlineData("Summit Day3", "Summit Day3")]
    public void Name_stands_before_the_number(string title, string name) =>
        Assert.Equal(name, IssueTitle.NameOf(title));
}
