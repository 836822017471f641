using System.Globalization;
using Digest.Render;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Render;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData("a\r\nBcc: x@y.example", "a Bcc: x@y.example")]
    [InlineData("a\u2028b\u0085c\0d", "a b c d")]
    [InlineData("\u202Egnp.exe\u202C", "gnp.exe")]
    [InlineData("  spaced   out  ", "spaced out")]
    public void Nothing_that_breaks_or_turns_a_line_is_left(string text, string line) =>
        Assert.Equal(line, PlainLine.Of(text));

    [Fact]
    public void Joiners_of_emoji_stay() => Assert.Equal("👩‍💻", PlainLine.Of("👩‍💻"));

    [Fact]
    public void Characters_are_counted_as_readers_count_them() =>
        Assert.Equal("👩‍💻👩‍💻…", PlainLine.Shorten("👩‍💻👩‍💻👩‍💻👩‍💻", 3));

    [Fact]
    public void Shortened_text_is_never_longer_than_asked() =>
        Prop.ForAll<NonNull<string>, PositiveInt>((text, length) =>
        {
            var line = PlainLine.Of(text.Get);
            return new StringInfo(PlainLine.Shorten(line, length.Get)).LengthInTextElements
                <= Math.Min(length.Get, new StringInfo(line).LengthInTextElements);
        }).QuickCheckThrowOnFailure();
}
