using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class IssueNumberingTests
{
    private static readonly DateOnly From = new(2013, 12, 26);
    private static readonly DateOnly To = new(2014, 1, 6);

    [Theory]
    [InlineData("第{number:chinese}期({from:MM.dd}-{to:MM.dd})", "第六期(12.26-01.06)")]
    [InlineData("No. {number} ({from:MMdd}-{to:MMdd})", "No. 6 (1226-0106)")]
    [InlineData("{number:000}", "006")]
    [InlineData("{from:MMM d}–{to:MMM d, yyyy}", "Dec 26–Jan 6, 2014")]
    [InlineData("{from:yyyy年M月d日}", "2013年12月26日")]
    [InlineData("{{{number}}}", "{6}")]
    [InlineData("周刊", "周刊")]
    [InlineData("", "")]
    public void A_pattern_becomes_a_title(string pattern, string title)
    {
        Assert.Null(IssueNumbering.Check(pattern));
        Assert.Equal(title, IssueNumbering.Format(pattern, 6, From, To));
    }

    [Theory]
    [InlineData("{numer}", "{numer} is not known")]
    [InlineData("{number:roman}", "{number:roman} is not known")]
    [InlineData("{from}", "{from} is not known")]
    [InlineData("{from:HH}", "{from:HH} is not known")]
    [InlineData("{to:MMMMM}", "{to:MMMMM} is not known")]
    [InlineData("第{number期", "'{' has no partner")]
    [InlineData("第}期", "'}' has no partner")]
    public void A_wrong_pattern_is_explained(string pattern, string part) =>
        Assert.Contains(part, IssueNumbering.Check(pattern), StringComparison.Ordinal);

    [Fact]
    public void A_wrong_pattern_is_not_formatted() =>
        Assert.Throws<ArgumentException>(() => IssueNumbering.Format("{x}", 1, From, To));

    [Fact]
    public void A_number_too_large_for_words_is_written_in_digits() =>
        Assert.Equal("第10000期", IssueNumbering.Format("第{number:chinese}期", 10000, From, To));
}
