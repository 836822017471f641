using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("**提示。**请看", "<p><strong>提示。</strong>请看</p>")]
    [InlineData("**“引号”**后", "<p><strong>“引号”</strong>后</p>")]
    [InlineData("这是**“引号”**，后", "<p>这是<strong>“引号”</strong>，后</p>")]
    [InlineData("*一*二", "<p><em>一</em>二</p>")]
    [InlineData("a ~~b~~ c", "<p>a <del>b</del> c</p>")]
    [InlineData("中文\n下一行", "<p>中文下一行</p>")]
    [InlineData("ひらがな\nカタカナ", "<p>ひらがなカタカナ</p>")]
    [InlineData("完。\n“下", "<p>完。\n“下</p>")]
    [InlineData("word\nnext", "<p>word\nnext</p>")]
    [InlineData("中文\nword", "<p>中文\nword</p>")]
    [InlineData("一  \n二", "<p>一<br>\n二</p>")]
    [InlineData("a < b & c", "<p>a &lt; b &amp; c</p>")]
    [InlineData("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>")]
    [InlineData("> 引文", "<blockquote>\n<p>引文</p>\n</blockquote>")]
    public void Markdown_becomes_html(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.ToHtml(markdown, ""));

    [Theory]
    [InlineData("见https://x.example/a", "https://x.example/a")]
    [InlineData("https://x.example/y；后文", "https://x.example/y")]
    [InlineData("https://x.example/y后文", "https://x.example/y")]
    [InlineData("（https://x.example/y）", "https://x.example/y")]
    [InlineData("“https://x.example/y”", "https://x.example/y")]
    [InlineData("https://x.example/y.", "https://x.example/y")]
    [InlineData("https://x.example/y, and", "https://x.example/y")]
    [InlineData("(https://x.example/y)", "https://x.example/y")]
    [InlineData("https://x.example/a_(b) c", "https://x.example/a_(b)")]
    [InlineData("https://x.example/a[]=1", "https://x.example/a[]=1")]
    [InlineData("**https://x.example/y**", "https://x.example/y")]
    [InlineData("https://x.example/Multi\\_Region\\_Support", "https://x.example/Multi_Region_Support")]
    [InlineData("https://x.example/?a=1&amp;b=2", "https://x.example/?a=1&b=2")]
    [InlineData("https://x.example/?a=1&b=2;_ylt=A0", "https://x.example/?a=1&b=2;_ylt=A0")]
    [InlineData("https://x.example/#Initial_.28HOT.29", "https://x.example/#Initial_.28HOT.29")]
    [InlineData("https://x.example/Köln 文", "https://x.example/Köln")]
    [InlineData("<https://x.example/y>；", "https://x.example/y")]
    [InlineData("<https://x.example/c/38230/.>", "https://x.example/c/38230/.")]
    [InlineData("[x](  https://x.example/y)", "https://x.example/y")]
    [InlineData("[ x](https://x.example//2014 \"title\")", "https://x.example//2014")]
    [InlineData("[x](https://x.example/%28Part-2%29)", "https://x.example/%28Part-2%29")]
    [InlineData("[x](blueprint: https://x.example/+spec/a)", "https://x.example/+spec/a")]
    [InlineData("[https://a.example](https://x.example)", "https://x.example")]
    [InlineData("[见https://a.example](https://x.example)", "https://x.example")]
    [InlineData("<me@x.example>", "mailto:me@x.example")]
    public void An_address_is_exactly_what_its_author_meant(string markdown, string target)
    {
        Assert.Equal([target], MarkdownRenderer.Links(markdown, ""));
        Assert.Equal([target], Hrefs.Of(MarkdownRenderer.ToHtml(markdown, "")));
    }

    [Theory]
    [InlineData("xhttps://x.example")]
    [InlineData("`https://x.example`")]
    [InlineData("https://")]
    [InlineData("https://。")]
    [InlineData("[DreamCompute]()")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](data:image/png;base64,AAAA)")]
    public void What_leads_nowhere_or_is_unsafe_is_no_link(string markdown)
    {
        Assert.Empty(MarkdownRenderer.Links(markdown, ""));
        Assert.Empty(Hrefs.Of(MarkdownRenderer.ToHtml(markdown, "")));
    }

    [Fact]
    public void The_label_of_a_mended_link_is_kept() =>
        Assert.Equal(
            "<p>引入 <a href=\"https://x.example/\">AngularJS</a>统一</p>",
            MarkdownRenderer.ToHtml("引入 [AngularJS](blueprint: https://x.example/)统一", ""));

    [Fact]
    public void An_invisible_character_is_kept_but_shown()
    {
        const string Marconi = "[Marconi](https://x.example/marconi\u200E)";

        Assert.Equal(["https://x.example/marconi\u200E"], MarkdownRenderer.Links(Marconi, ""));
        Assert.Equal(["https://x.example/marconi%E2%80%8E"], Hrefs.Of(MarkdownRenderer.ToHtml(Marconi, "")));
    }

    [Fact]
    public void A_relative_link_is_told_but_leads_nowhere_in_a_mail()
    {
        Assert.Equal(["/images/1.jpg"], MarkdownRenderer.Links("![图](/images/1.jpg)", ""));
        Assert.Equal("<p>图</p>", MarkdownRenderer.ToHtml("![图](/images/1.jpg)", ""));
    }

    [Fact]
    public void A_relative_image_is_shown_from_where_its_page_lies()
    {
        var page = new Uri("https://weekly.example/w/001.html");
        Assert.Equal(
            """<p><img src="https://weekly.example/images/1.jpg" alt="图"></p>""",
            MarkdownRenderer.ToHtml("![图](/images/1.jpg)", "", page));
        Assert.Equal("<p>图</p>", MarkdownRenderer.ToHtml("![图](javascript:alert(1))", "", page));
    }

    [Fact]
    public void Words_behind_a_picture_are_not_the_end_of_its_address() => Assert.Equal(
        "https://x.example/1.png 看",
        MarkdownRenderer.ToText("![](https://x.example/1.png)看", "", new LinkList()));

    [Fact]
    public void An_image_stays_with_its_description() =>
        Assert.Equal(
            "<p><img src=\"https://x.example/1.png\" alt=\"图 一\"></p>",
            MarkdownRenderer.ToHtml("![图 *一*](https://x.example/1.png)", ""));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <b onclick=x>b</b>")]
    [InlineData("<div>\n<p>x</p>\n</div>")]
    public void Html_is_shown_as_text(string markdown) =>
        Assert.Equal(
            markdown.ReplaceLineEndings(""),
            System.Net.WebUtility.HtmlDecode(MarkdownRenderer.ToHtml(markdown, "")[3..^4]).ReplaceLineEndings(""));

    [Theory]
    [InlineData("一<!-- 备注 -->二")]
    [InlineData("<!-- 备注\n\n二 -->\n一二")]
    public void Comments_vanish(string markdown)
    {
        Assert.Equal("<p>一二</p>", MarkdownRenderer.ToHtml(markdown, ""));
        Assert.Equal("一二", MarkdownRenderer.ToText(markdown, "", new LinkList()));
    }

    [Fact]
    public void Reference_links_find_their_definition() =>
        Assert.Equal(
            "<p><a href=\"http://x.example/\">GoDaddy</a>，域名</p>",
            MarkdownRenderer.ToHtml("[GoDaddy][1]，域名", "[1]: <http://x.example/>\n"));

    [Fact]
    public void No_text_makes_it_throw_or_lets_a_script_through() =>
        Prop.ForAll(Fragments.OfMarkdown, markdown =>
        {
            var html = MarkdownRenderer.ToHtml(markdown, "");
            MarkdownRenderer.ToText(markdown, "", new LinkList());
            return !MarkdownRenderer.ToWords(markdown).Contains('\n', StringComparison.Ordinal)
                && !html.Contains("<script", StringComparison.OrdinalIgnoreCase);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("**a")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("<div>")]
    [InlineData("![](")]
    [InlineData("[a](b")]
    [InlineData("https://a.example/)")]
    [InlineData("a|")]
    public void A_long_hostile_text_is_still_rendered(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        Assert.NotEmpty(MarkdownRenderer.ToHtml(text, ""));
        MarkdownRenderer.ToText(text, "", new LinkList());
    }
}
