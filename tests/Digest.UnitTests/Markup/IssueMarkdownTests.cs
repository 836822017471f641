using Digest.Markup;
using Digest.Model;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class IssueMarkdownTests
{
    private const string OwnItem =
        """
        ## 动态

        <!-- item:0123456789ab -->
        第一条

        其第二段

        <!-- item -->
        自己写的

        其第二段
        """;

    private const string Issue =
        """
        ---
        title: 社区动态第六期
        ---

        导语一段。

        ## 业界动态
        第一条，见<https://one.example/>

        第二条：
        - 甲
        - 乙

        ## 社区跟踪

        ### Nova
        <!-- item:0123456789ab source:notes seen:2026-11-05 -->
        第三条。

        第三条的第二段。

        <!-- item:ba9876543210 -->
        第四条。
        """;

    [Fact]
    public void Comment_without_an_id_begins_an_item_of_the_editors_own()
    {
        var items = IssueMarkdown.Parse(OwnItem).Sections[0].Items;

        Assert.Equal(["0123456789ab", null], items.Select(item => item.ItemId));
        Assert.Equal("自己写的\n\n其第二段", items[1].Markdown.ReplaceLineEndings("\n"));
        Assert.Equal(OwnItem, IssueMarkdown.Write(IssueMarkdown.Parse(OwnItem)));
    }

    [Fact]
    public void Headings_become_a_tree()
    {
        var sections = IssueMarkdown.Parse(Issue).Sections;

        Assert.Equal(["业界动态", "社区跟踪"], sections.Select(section => section.Title));
        Assert.Equal("Nova", Assert.Single(sections[1].Sections).Title);
    }

    [Fact]
    public void A_paragraph_begins_an_item_and_a_list_goes_on_with_it() =>
        Assert.Equal(
            ["第一条，见<https://one.example/>", "第二条：\n- 甲\n- 乙"],
            Texts(IssueMarkdown.Parse(Issue).Sections[0].Items));

    [Fact]
    public void A_traced_item_goes_on_until_the_next_trace()
    {
        var items = IssueMarkdown.Parse(Issue).Sections[1].Sections[0].Items;

        Assert.Equal(["0123456789ab", "ba9876543210"], items.Select(item => item.ItemId!));
        Assert.Equal(["第三条。\n\n第三条的第二段。", "第四条。"], Texts(items));
    }

    [Fact]
    public void Text_before_the_first_heading_is_the_intro()
    {
        var document = IssueMarkdown.Parse(Issue);

        Assert.Equal(["导语一段。"], Texts(document.Intro));
        Assert.Equal("社区动态第六期", document.FrontMatter["title"]);
        Assert.Equal("---\ntitle: 社区动态第六期\n---\n\n", document.HeadSource);
    }

    [Theory]
    [InlineData("第一条\n\n1、甲\n2、乙")]
    [InlineData("第一条\n\na）甲\n\nb）乙")]
    [InlineData("第一条\n\n1) 甲")]
    [InlineData("第一条\n\n--在实现")]
    [InlineData("第一条\n\n> 引文")]
    [InlineData("第一条\n\n    code")]
    [InlineData("第一条\n\n![图](https://x.example/1.png)")]
    [InlineData("第一条\n\n[![图](https://x.example/1.png)](https://x.example/)")]
    [InlineData("第一条\n\n| a | b |\n|---|---|\n| 1 | 2 |")]
    [InlineData("<!-- item:0123456789ab -->\n第一条\n\n第二段\n\n----------\n\n第三段")]
    [InlineData("<!-- item:0123456789ab --> 第一条")]
    public void One_item_may_own_several_blocks(string text) =>
        Assert.Single(IssueMarkdown.Parse("## 甲\n" + text).Sections[0].Items);

    [Theory]
    [InlineData("2.10号，大数据公司\n\n2014.6.13，发布")]
    [InlineData("第一条\n \n第二条")]
    [InlineData("第一条\r\n\r\n第二条\r\n")]
    [InlineData("第一条\n\n----------\n\n第二条")]
    [InlineData("- 甲\n\n第二条")]
    public void A_new_paragraph_is_a_new_item(string text) =>
        Assert.Equal(2, IssueMarkdown.Parse("## 甲\n" + text).Sections[0].Items.Count);

    [Fact]
    public void A_note_among_editors_is_in_no_text()
    {
        var section = IssueMarkdown.Parse("## 甲\n<!-- 注意 -->\n第一条\n\n<!-- 备注 -->\n\n第二条\n").Sections[0];

        Assert.Equal(["第一条", "第二条"], Texts(section.Items));
        Assert.Equal("## 甲\n<!-- 注意 -->\n", section.HeadingSource);
        Assert.Equal("第一条\n\n<!-- 备注 -->\n\n", section.Items[0].Source);
    }

    [Fact]
    public void A_rule_between_items_is_in_no_text() =>
        Assert.Equal(["一", "二"], Texts(IssueMarkdown.Parse("一\n\n----------\n\n二\n\n---\n").Intro));

    [Theory]
    [InlineData("## Nova ", "Nova")]
    [InlineData("## **Nova** [x](https://x.example) ##", "Nova x")]
    [InlineData("Nova\n----", "Nova")]
    [InlineData("##", "")]
    public void A_heading_is_known_by_its_words(string heading, string title) =>
        Assert.Equal(title, Assert.Single(IssueMarkdown.Parse(heading + "\n\n文").Sections).Title);

    [Fact]
    public void An_instruction_to_a_site_generator_is_in_no_text() =>
        Assert.Equal(["文"], Texts(IssueMarkdown.Parse("---\ntitle: t\n---\n{% include JB/setup %}\n\n文").Intro));

    [Fact]
    public void Definitions_are_kept_for_items_far_from_them()
    {
        var document = IssueMarkdown.Parse("[Go][1]，域名\n\n## 甲\n文\n\n  [1]: http://go.example/ \"a \\\"b\\\"\"\n");

        Assert.Equal("[1]: http://go.example/ \"a \\\"b\\\"\"\n", document.LinkDefinitions);
        Assert.Equal(
            ["http://go.example/"],
            MarkdownRenderer.Links(document.Intro[0].Markdown, document.LinkDefinitions));
    }

    [Fact]
    public void A_comment_that_never_ends_hides_nothing() =>
        Assert.Equal(2, IssueMarkdown.Parse("<!-- forgot\n\n第二条").Intro.Count);

    [Fact]
    public void Any_text_is_written_back_as_it_was() =>
        Prop.ForAll(Fragments.OfMarkdown, Survives).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("<div>")]
    [InlineData("<!--")]
    [InlineData("<!--\n")]
    [InlineData("![](")]
    [InlineData("*a **a ")]
    [InlineData("](x: http://a ")]
    [InlineData("http://a)")]
    [InlineData("|")]
    [InlineData("`a``")]
    [InlineData("[1]: x\n")]
    public void A_long_hostile_text_is_written_back_too(string piece) =>
        Assert.True(Survives(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length))));

    private static bool Survives(string text) => IssueMarkdown.Write(IssueMarkdown.Parse(text)) == text;

    private static IEnumerable<string> Texts(IEnumerable<IssueItem> items) => items.Select(item => item.Markdown);
}
