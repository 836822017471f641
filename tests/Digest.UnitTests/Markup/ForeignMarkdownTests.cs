using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class ForeignMarkdownTests
{
    private const string Page = "https://git.example/driftwood/keel/releases/2.4";

    [Theory]
    [InlineData("## 新功能\n\n- 支持 *缆绳*\n", "**新功能**\n\n- 支持 *缆绳*")]
    [InlineData("Before\n\n<!-- for reviewers -->\n\nAfter", "Before\n\nAfter")]
    [InlineData("Before <!-- hidden\nstill --> after", "Before after")]
    [InlineData("<details><summary>More</summary>\n\nText\n\n</details>", "More\n\nText")]
    [InlineData("<script>alert(1)</script>Text", "Text")]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("[Notes](../notes)", "[Notes](https://git.example/driftwood/keel/notes)")]
    [InlineData("Thanks to @marit!", "Thanks to @marit!")]
    [InlineData("流木は\n流れる", "流木は流れる")]
    [InlineData("- [x] I signed\n- [ ] I tested\n\nText", "Text")]
    [InlineData("- kept\n- [x] I signed", "- kept")]
    [InlineData("Text\n\nSigned-off-by: Marit <marit@driftwood.example>", "Text")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_of_a_forge_is_read_as_the_forge_does_and_written_anew(string? markdown, string expected) =>
        Assert.Equal(expected, ForeignMarkdown.ToDialect(markdown, Page));

    [Fact]
    public void Endless_text_is_cut_and_deep_nesting_is_plain_text()
    {
        Assert.InRange(ForeignMarkdown.ToDialect(new string('x', 1_000_000), Page).Length, 1, 100_000);
        Assert.NotEmpty(ForeignMarkdown.ToDialect(new string('>', 5000) + " deep", Page));
    }

    [Fact]
    public void Whatever_comes_no_comment_and_no_script_gets_through() => Prop.ForAll(
        ArbMap.Default.ArbFor<string[]>(),
        parts =>
        {
            string[] marks = ["<!--", "-->", "<script>", "\n\n", "- [ ] ", "```", "<b", "[a]: <", "](", "\u0000"];
            var hostile = string.Concat(parts.Select((part, at) => part + marks[at % marks.Length]));

            var html = MarkdownRenderer.ToHtml(ForeignMarkdown.ToDialect(hostile, Page), "");

            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
}
