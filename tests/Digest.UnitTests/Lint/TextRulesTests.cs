using Digest.Lint;
using Xunit;

namespace Digest.UnitTests.Lint;

public class TextRulesTests
{
    [Theory]
    [InlineData("**Keel 2.4 发布**  \n<https://wiki.driftwood.cn/keel>", "summary-missing")]
    [InlineData("**Keel 2.4 发布**（佐藤）  \n[链接](https://wiki.driftwood.cn/keel)", "summary-missing")]
    [InlineData("<https://wiki.driftwood.cn/keel>", "summary-missing")]
    [InlineData("<!-- item:0123456789ab source:planet summary:draft -->\n**Keel**  \n一句。", "summary-draft")]
    [InlineData("1. 一\n2. 二\n5. 五", "list-number")]
    [InlineData("3、三\n5、五", "list-number")]
    [InlineData("有事请写信给 ann@driftwood.cn。", "mail-address")]
    [InlineData("Write to <ann@driftwood.cn>, please.", "mail-address")]
    [InlineData("联系电话 13912345678。", "phone-number")]
    [InlineData("Call +81 90 1234 5678 for help", "phone-number")]
    [InlineData("一句\u202E话", "control-character")]
    [InlineData("一句\u0007话", "control-character")]
    [InlineData("一句\u200B话", "invisible-character")]
    [InlineData("第{number}期", "residue-pattern")]
    [InlineData("本期({from:MM.dd})", "residue-pattern")]
    [InlineData("TBD：补上链接", "residue-note")]
    [InlineData("详见 XXX 一文", "residue-note")]
    [InlineData("Lorem ipsum dolor sit amet", "residue-note")]
    [InlineData("摘要待补充", "residue-note")]
    [InlineData("<<<<<<< HEAD\n一句话。", "residue-conflict")]
    [InlineData("见 {{ site.url }} 一处", "residue-template")]
    [InlineData("第一行<br>第二行", "residue-html")]
    [InlineData("声明：本刊由某团队出品，欢迎转发。", "residue-declaration")]
    [InlineData("本文转载请注明出处。", "residue-declaration")]
    [InlineData("一句话。 <!-- 忘了结束", "comment-open")]
    [InlineData("一句话。\n\n```\ncode", "fence-open")]
    public void Fault_of_a_text_is_found(string text, string rule) =>
        Assert.Contains(rule, Linted.Rules(Linted.Body(text)));

    [Theory]
    [InlineData("**Keel 2.4 发布**  \n修复了三个错误。  \n<https://wiki.driftwood.cn/keel>")]
    [InlineData("关于 License 声明的讨论：每个文件都需要么？")]
    [InlineData("<!-- item:0123456789ab source:\"a summary:draft b\" -->\n**Keel**  \n一句。")]
    [InlineData("```\n{number} TBD <br> {{ x }}\n```\n\n一句话。")]
    [InlineData("1. 一\n2. 二\n\n1. 另一张表")]
    [InlineData("哈希方式为 ${id}$${hash}，更安全。")]
    [InlineData("提交 1391234567890 与 bug 1237807 都已修复。")]
    [InlineData("<!-- 给同事的话：TBD {number} -->\n\n一句话。")]
    public void Sound_text_is_left_alone(string text) => Assert.Empty(Linted.Rules(Linted.Body(text)));

    [Fact]
    public void Newsletters_own_address_is_no_private_one() =>
        Assert.Empty(Linted.Rules(Linted.Body("来信请寄 weekly@news.example。")));

    [Fact]
    public void Item_twice_is_an_error()
    {
        const string Item = "<!-- item:0123456789ab -->\n";

        Assert.Contains("duplicate-item", Linted.Rules(Linted.Body($"{Item}第一条消息。\n\n{Item}第二条消息。")));
    }

    [Fact]
    public void Same_text_and_same_page_are_told_with_the_first_place()
    {
        const string Text = "浮木发布了龙骨二点四版本，修复三个错误 <http://a.driftwood.cn/1>";
        var found = Linter.Check(Linted.Body($"{Text}\n\n{Text.Replace("http:", "https:", StringComparison.Ordinal)}"));

        Assert.Equal(
            ["duplicate-link", "duplicate-text", "link-http"],
            found.Select(finding => finding.Rule).Order(StringComparer.Ordinal));
        Assert.All(found.Where(finding => finding.Line == 12), finding => Assert.Contains("line 10", finding.Message));
    }

    [Fact]
    public void One_item_may_link_a_page_twice() => Assert.Empty(
        Linted.Rules(Linted.Body("见 <https://a.driftwood.cn/1>，又见 <https://a.driftwood.cn/1>。")));
}
