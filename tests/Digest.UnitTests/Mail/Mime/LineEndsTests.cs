using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class LineEndsTests
{
    [Theory]
    [InlineData("", "\r\n")]
    [InlineData("a", "a\r\n")]
    [InlineData("a\rb\nc\r\nd", "a\r\nb\r\nc\r\nd\r\n")]
    [InlineData("\n\r", "\r\n\r\n")]
    [InlineData("a\r\r\n", "a\r\n\r\n")]
    [InlineData("a\0b", "ab\r\n")]
    [InlineData("\0", "\r\n")]
    [InlineData("a\n\0", "a\r\n")]
    [InlineData("社\n", "社\r\n")]
    public void Every_line_ends_in_crlf_and_nul_goes(string text, string expected) =>
        Assert.Equal(expected, Encoded.Lines(text));
}
