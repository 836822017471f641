using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Labels_are_numbered_in_text_and_bare_addresses_stand_for_themselves()
    {
        var links = new LinkList();

        var text = MarkdownRenderer.ToText(
            "见[甲](https://a.example)和[乙](https://b.example)，再[甲](https://a.example)  \n<https://c.example>",
            "",
            links);

        Assert.Equal("见甲 [1]和乙 [2]，再甲 [1]\nhttps://c.example", text);
        Assert.Equal(["https://a.example", "https://b.example"], links.Addresses);
    }

    [Theory]
    [InlineData("3. 甲\n5. 乙", "3. 甲\n4. 乙")]
    [InlineData("一\n\n二", "一\n\n二")]
    [InlineData("中\n文\nword\nnext", "中文 word next")]
    [InlineData("- 甲\n- 乙\n  - 丙", "- 甲\n- 乙\n  - 丙")]
    [InlineData("3. 甲\n4. 乙\n\n   续", "3. 甲\n\n4. 乙\n\n   续")]
    [InlineData("> 引\n>\n> - 文", "> 引\n>\n> - 文")]
    [InlineData("文\n\n    code  x\n     y", "文\n\n    code  x\n     y")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2")]
    [InlineData("**强** `码` &copy; \\*", "强 码 © *")]
    [InlineData("a [b *c", "a [b *c")]
    [InlineData("见https://a.example/x；后文", "见https://a.example/x ；后文")]
    [InlineData("（<https://a.example/>）", "（https://a.example/ ）")]
    [InlineData("(<https://a.example/>), 后文", "(https://a.example/), 后文")]
    [InlineData("\u001b[31mred \u202Eturned", "[31mred turned")]
    public void Markdown_becomes_text(string markdown, string text) =>
        Assert.Equal(text, MarkdownRenderer.ToText(markdown, "", new LinkList()));

    [Fact]
    public void Words_are_one_line_without_addresses() =>
        Assert.Equal(
            "标题 见甲 。 - x 项 码",
            MarkdownRenderer.ToWords(
                "# 标题\n\n见[甲](https://a.example) <https://b.example>。\n\n\\- x\n\n- 项\n\n```\n码\n```"));
}
