using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public class PseudoListTests
{
    [Theory]
    [InlineData("1、一\n2、二", "1、一<br>\n2、二")]
    [InlineData("要点：\n（1）一\n(2)二", "要点：<br>\n（1）一<br>\n(2)二")]
    [InlineData("a）甲\nb) 乙", "a）甲<br>\nb) 乙")]
    [InlineData("甲\n2) 乙", "甲<br>\n2) 乙")]
    [InlineData("功能\n--快照\n-- 备份", "功能<br>\n--快照<br>\n-- 备份")]
    [InlineData("①甲\n②乙", "①甲<br>\n②乙")]
    [InlineData("甲\n**2、乙**", "甲<br>\n<strong>2、乙</strong>")]
    public void Item_begins_a_line(string markdown, string html) =>
        Assert.Equal($"<p>{html}</p>", MarkdownRenderer.ToHtml(markdown, ""));

    [Theory]
    [InlineData("包括\n1、2、3点")]
    [InlineData("(see table\n1) for more")]
    [InlineData("in release\n2. Then")]
    [InlineData("with the flag\n--force")]
    [InlineData("in\n2014")]
    [InlineData("共\n12个")]
    [InlineData("text\n(a remark)")]
    public void Wrapped_sentence_goes_on(string markdown) =>
        Assert.DoesNotContain("<br>", MarkdownRenderer.ToHtml(markdown, ""), StringComparison.Ordinal);

    [Fact]
    public void Text_has_the_same_lines() =>
        Assert.Equal("要点：\n1、一\n2、二", MarkdownRenderer.ToText("要点：\n1、一\n2、二", "", new LinkList()));
}
