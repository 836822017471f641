using Digest.Output;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Output;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("red\u001b[31m", "red[31m")]
    [InlineData("title\u001b]0;owned\u0007", "title]0;owned")]
    [InlineData("c1\u009b2J", "c12J")]
    [InlineData("two\r\nlines\tand a tab", "two lines and a tab")]
    [InlineData("\u202Egnp.exe", "gnp.exe")]
    [InlineData("第六期 👩‍💻", "第六期 👩‍💻")]
    public void One_line_holds_nothing_that_steers_a_terminal(string text, string expected) =>
        Assert.Equal(expected, TerminalText.Line(text));

    [Fact]
    public void Block_keeps_its_lines() => Assert.Equal("a\n\tb", TerminalText.Block("a\r\n\tb\u001b"));

    [Fact]
    public void No_text_at_all_brings_a_control_character_through() =>
        Prop.ForAll<string?>(text => !TerminalText.Line(text ?? "").Any(char.IsControl)).QuickCheckThrowOnFailure();
}
