using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Lint;

public class LinkRulesTests
{
    [Theory]
    [InlineData("见 [龙骨]()", "link-empty")]
    [InlineData("见 [龙骨](<>)", "link-empty")]
    [InlineData("见 [龙骨](/blog/keel)", "link-relative")]
    [InlineData("見よ [竜骨](#keel)", "link-relative")]
    [InlineData("见 [龙骨](keel.html)", "link-relative")]
    [InlineData("See [keel](ftp://mirror.driftwood.cn/keel)", "link-scheme")]
    [InlineData("See [keel](javascript:alert(1))", "link-scheme")]
    [InlineData("[Keel](blueprint: https://plans.driftwood.cn/keel)统一", "link-label")]
    [InlineData("[Keel](https://wiki.driftwood.cn/keel\u200E)", "link-invisible")]
    [InlineData("[Keel](https://wiki.driftwood.cn/ke%E2%80%8Bel)", "link-invisible")]
    [InlineData("<https://wiki.driftwood.cn/\u202Ekeel>", "link-invisible")]
    [InlineData("[Keel](  https://wiki.driftwood.cn/keel)", "link-space")]
    [InlineData("[Keel](https://wiki.driftwood.cn/keel )", "link-space")]
    [InlineData("[ Keel](https://wiki.driftwood.cn/keel)", "link-label-space")]
    [InlineData("<https://review.driftwood.cn/c/38230/.>", "link-punctuation")]
    [InlineData("[评审](https://review.driftwood.cn/c/38230，详见)", "link-punctuation")]
    [InlineData("https://wiki.driftwood.cn/Multi\\_Region\\_Support", "link-escaped")]
    [InlineData("见[龙骨][1]。", "link-undefined")]
    [InlineData("（www.driftwood.cn）", "link-schemeless")]
    [InlineData("详见（eccp.driftwood.cn）", "link-schemeless")]
    [InlineData("<https://a.driftwood.cn/?p=1&utm_source=rss>", "link-tracking")]
    [InlineData("<http://127.0.0.1:8080/keel>", "link-private")]
    [InlineData("<http://192.168.1.7/keel>", "link-private")]
    [InlineData("<http://[fe80::1]/keel>", "link-private")]
    [InlineData("<http://[::ffff:10.0.0.1]/keel>", "link-private")]
    [InlineData("<http://localhost/keel>", "link-private")]
    [InlineData("<http://build.internal/keel>", "link-private")]
    [InlineData("<https://example.com/keel>", "link-placeholder")]
    [InlineData("<https://www.example.org/keel>", "link-placeholder")]
    [InlineData("<https://wiki.driftwood.test/keel>", "link-placeholder")]
    [InlineData("<https://ann:secret@wiki.driftwood.cn/keel>", "link-user")]
    [InlineData("<http://a.driftwood.cn/1> 与 <https://a.driftwood.cn/2>", "link-http")]
    public void Fault_of_a_link_is_found(string text, string rule) =>
        Assert.Contains(rule, Linted.Rules(Linted.Body($"浮木社区的一条消息：\n{text}")));

    [Theory]
    [InlineData("见 [龙骨](https://wiki.driftwood.cn/keel)。")]
    [InlineData("见<https://wiki.driftwood.cn/keel>；后文")]
    [InlineData("见https://wiki.driftwood.cn/keel；后文")]
    [InlineData("See <https://wiki.driftwood.cn/Keel_(project)> and [mail](mailto:weekly@news.example).")]
    [InlineData("見よ：<https://wiki.driftwood.cn/竜骨>")]
    [InlineData("版本 2.17.0，配置 keel.conf 与 sail.sample 已更新。")]
    [InlineData("`[a](relative)` 与 `{number}` 是代码。")]
    [InlineData("见[龙骨][1]。\n\n[1]: https://wiki.driftwood.cn/keel")]
    [InlineData("<https://8.8.8.8/keel> 与 <https://172.32.0.1/>")]
    [InlineData("数组写作 a\\[0\\]\\[1\\]。")]
    public void Sound_text_is_left_alone(string text) =>
        Assert.Empty(Linted.Rules(Linted.Body($"浮木社区的一条消息：\n{text}")));

    [Fact]
    public void Finding_names_its_line_and_what_to_do()
    {
        var found = Linted.Only(Linted.Body("一条。\n\n另一条 [龙骨](/keel)。"), "link-relative");

        Assert.Equal(12, found.Line);
        Assert.Contains("/keel", found.Message, StringComparison.Ordinal);
        Assert.Contains("https://", found.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_sees_is_told_by_its_code() => Assert.Contains(
        "<U+200E>",
        Linted.Only(Linted.Body("[龙骨](https://wiki.driftwood.cn/k\u200E)"), "link-invisible").Message,
        StringComparison.Ordinal);

    [Fact]
    public void Password_of_a_link_is_not_repeated() => Assert.DoesNotContain(
        "secret",
        Linted.Only(Linted.Body("<https://ann:secret@wiki.driftwood.cn/keel>"), "link-user").Message,
        StringComparison.Ordinal);

    [Fact]
    public void Sample_may_link_to_hosts_of_its_own_kind() => Assert.DoesNotContain(
        "link-placeholder", Linted.Rules(Linted.Body("见 <https://planet.example/1>")));

    [Fact]
    public void Link_that_is_missing_from_the_text_part_is_found()
    {
        var subject = Linted.Body("见 <https://wiki.driftwood.cn/keel>");

        Assert.Contains("letter-text", Linted.Rules(subject with { Letter = new(2000, "没有链接") }));
        Assert.Empty(Linted.Rules(subject with { Letter = new(2000, "见 https://wiki.driftwood.cn/keel") }));
    }

    [Fact]
    public void Address_of_an_earlier_issue_is_told_with_that_issue()
    {
        var told = new Dictionary<string, string> { ["//wiki.driftwood.cn/keel"] = "第六期" };

        var found = Linted.Only(Linted.Body("见 <http://wiki.driftwood.cn/keel>") with { Told = told }, "repeat");

        Assert.Contains("第六期", found.Message, StringComparison.Ordinal);
    }
}
