using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData("  two\r\n lines\t", "two lines")]
    [InlineData("esc\u001b[31mred\u0007", "esc [31mred")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069", "evil x")]
    [InlineData("👩‍💻 社区", "👩‍💻 社区")]
    public void Line_is_harmless(string text, string expected)
    {
        Assert.Equal(expected, PlainLine.Of(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("half \uFFFD", PlainLine.Of("half \uD83D"));
    }

    [Fact]
    public void Line_without_end_is_cut()
    {
        Assert.Equal(501, PlainLine.Of(new string('x', 100_000)).Length);
    }
}
