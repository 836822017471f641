using Digest.Gather;
using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("One\r\ntwo\r\n\r\n\r\nthree\n", "One\ntwo\n\nthree")]
    [InlineData("船体が重い。\n錨を上げる。", "船体が重い。\n錨を上げる。")]
    [InlineData("Before:\n* one\n- two", "Before:\n\n- one\n- two")]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("> not a quote\n1.5 knots", "\\> not a quote\n1.5 knots")]
    [InlineData("Steps:\n 1. load\n 2) turn", "Steps:\n\n1. load\n2. turn")]
    [InlineData("<script>alert(1)</script>", "\\<script>alert(1)\\</script>")]
    [InlineData("[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))")]
    [InlineData("a\u0000b\u202Ec\u001B[31m", "a bc \\[31m")]
    [InlineData(" \n \n", "")]
    [InlineData(null, "")]
    public void Text_means_itself(string? text, string markdown) =>
        Assert.Equal(markdown, PlainText.ToMarkdown(text));

    [Fact]
    public void Endless_text_is_cut() =>
        Assert.InRange(PlainText.ToMarkdown(new string('x', 1_000_000)).Length, 1, PlainText.Longest + 10);

    [Fact]
    public void No_text_becomes_mark_up() => Prop.ForAll<string?>(text => IsHarmless(PlainText.ToMarkdown(text)))
        .QuickCheckThrowOnFailure();

    private static bool IsHarmless(string markdown) =>
        !MarkdownRenderer.ToHtml(markdown, "").Contains("<script", StringComparison.OrdinalIgnoreCase)
        && markdown.All(c => c == '\n' || !char.IsControl(c));
}
