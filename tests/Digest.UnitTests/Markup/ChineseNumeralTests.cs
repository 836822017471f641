using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class ChineseNumeralTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    [InlineData(100, "一百")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(1001, "一千零一")]
    [InlineData(1010, "一千零一十")]
    [InlineData(2300, "二千三百")]
    [InlineData(9999, "九千九百九十九")]
    public void A_number_is_written_as_in_a_title(int number, string text) =>
        Assert.Equal(text, ChineseNumeral.Format(number));

    [Fact]
    public void Every_number_reads_back()
    {
        for (var number = 1; number <= 9999; number++)
        {
            Assert.True(ChineseNumeral.TryParse(ChineseNumeral.Format(number), out var read));
            Assert.Equal(number, read);
        }
    }

    [Theory]
    [InlineData("一十二", 12)]
    [InlineData("两百", 200)]
    [InlineData("百二十", 120)]
    [InlineData("二〇", 20)]
    [InlineData("一百〇八", 108)]
    public void Other_spellings_are_read_too(string text, int number)
    {
        Assert.True(ChineseNumeral.TryParse(text, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("零")]
    [InlineData("十百")]
    [InlineData("十十")]
    [InlineData("一百零")]
    [InlineData("零一百")]
    [InlineData("第三")]
    [InlineData("3")]
    [InlineData("九九九九九")]
    public void What_is_no_numeral_is_refused(string text) => Assert.False(ChineseNumeral.TryParse(text, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(10000)]
    public void Numbers_out_of_range_are_refused(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ChineseNumeral.Format(number));
}
