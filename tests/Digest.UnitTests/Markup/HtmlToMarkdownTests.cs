using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class HtmlToMarkdownTests
{
    private static readonly Uri Base = new("https://site.example/blog/post");

    [Theory]
    [InlineData("<p>一</p><p>二</p>", "一\n\n二")]
    [InlineData("一<br>二", "一\\\n二")]
    [InlineData("一<br><br />二<br>", "一\n\n二")]
    [InlineData("  a \n  b&nbsp; c  ", "a b c")]
    [InlineData("<h2>标题</h2>文", "**标题**\n\n文")]
    [InlineData("<ul><li>甲</li><li><p>乙</p><p>丙</p></li></ul>", "- 甲\n- 乙\n\n  丙")]
    [InlineData("<ol start=3><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>", "3. 甲\n   - 乙\n4. 丙")]
    [InlineData("<blockquote><p>一</p><p>二</p></blockquote>", "> 一\n>\n> 二")]
    [InlineData("<pre><code>a  b\n  `c`</code></pre>", "```\na  b\n  `c`\n```")]
    [InlineData("<pre>```</pre>", "````\n```\n````")]
    [InlineData("<code>a*b</code>", "`a*b`")]
    [InlineData("<code>a`b</code>", "``a`b``")]
    [InlineData("一<b>二</b>三<em>四</em>", "一**二**三*四*")]
    [InlineData("a <strong> b </strong> c", "a **b** c")]
    [InlineData("<b><strong>a</strong></b>", "**a**")]
    [InlineData("x<b>\"y\"</b>z", "x\"y\"z")]
    [InlineData("<table><tr><th>a<th>b|c<tr><td>1<td>2</table>", "a \\| b\\|c\\\n1 \\| 2")]
    [InlineData("一<hr>二", "一\n\n---\n\n二")]
    public void Html_becomes_markdown(string html, string markdown) =>
        Assert.Equal(markdown, HtmlToMarkdown.Convert(html, Base));

    [Theory]
    [InlineData("<a href='/a'>甲</a>", "[甲](https://site.example/a)")]
    [InlineData("<a href='https://x.example/a'>https://x.example/a</a>", "<https://x.example/a>")]
    [InlineData("<a href='https://x.example/a_(b)'> [甲] </a>", "[\\[甲\\]](<https://x.example/a_(b)>)")]
    [InlineData("<a href='https://x.example/?a=1&amp;copy;=2'>甲</a>", "[甲](https://x.example/?a=1&amp;copy;=2)")]
    [InlineData("<a href='mailto:me@x.example'>me@x.example</a>", "<me@x.example>")]
    [InlineData("<a href='javascript:x'>甲</a>", "甲")]
    [InlineData("<img src=1.png alt='图 [1]'>", "![图 \\[1\\]](https://site.example/blog/1.png)")]
    [InlineData("<a href='/a'><img src=1.png></a>", "[![](https://site.example/blog/1.png)](https://site.example/a)")]
    public void Links_and_images_keep_their_targets(string html, string markdown)
    {
        Assert.Equal(markdown, HtmlToMarkdown.Convert(html, Base));
        Assert.Equal(Hrefs.Of(HtmlCleaner.Clean(html, Base)), MarkdownRenderer.Links(markdown, ""));
    }

    [Theory]
    [InlineData("# not a heading")]
    [InlineData("1. not a list")]
    [InlineData("- not a list")]
    [InlineData("> not a quote")]
    [InlineData("--- not a rule")]
    [InlineData("2 * 3 * 4 _x_ a_b ~~c~~ `d` [e](f) \\ &amp;amp; | ![g]")]
    [InlineData("&lt;!-- not a comment --&gt; &lt;b&gt;")]
    [InlineData("<b>a</b><b>b</b><i>c</i>")]
    [InlineData("a<b>。b</b>c<i>(d)</i>e")]
    public void The_words_stay_the_same(string html) =>
        Assert.Equal(WordsOf(html), MarkdownRenderer.ToWords(HtmlToMarkdown.Convert(html, null)));

    [Fact]
    public void The_words_of_any_text_stay_the_same()
    {
        string[] pieces =
        [
            "*", "_", "`", "[", "]", "(", "~~", "#", "- ", "1. ", " ", "&lt;", "&amp;", "\\", "|", "社", "。", "a", "=",
            "!", ">",
        ];
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts, text =>
            WordsOf($"<p>x{text}</p>") == MarkdownRenderer.ToWords(HtmlToMarkdown.Convert($"<p>x{text}</p>", null))));
    }

    [Fact]
    public void The_words_of_any_marks_stay_the_same()
    {
        string[] pieces =
            ["<b>", "</b>", "<i>", "</i>", "<s>", "</s>", " ", "社", "。", "a", "*", "\"", "1", "<q>", "</q>", "<u>"];
        var texts = Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts, text =>
            WordsOf($"<p>{text}</p>") == MarkdownRenderer.ToWords(HtmlToMarkdown.Convert($"<p>{text}</p>", null))));
    }

    [Fact]
    public void No_line_ends_in_a_space_and_nothing_throws() =>
        Prop.ForAll(Fragments.OfHtml, html =>
            HtmlToMarkdown.Convert(html, null).Split('\n').All(line => !line.EndsWith(' '))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<div>")]
    [InlineData("<b>*")]
    [InlineData("<br>")]
    [InlineData("*")]
    [InlineData("<p>x")]
    [InlineData("<ul><li>x</ul>")]
    public void A_long_hostile_text_is_still_converted(string piece) =>
        HtmlToMarkdown.Convert(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)), null);

    private static string WordsOf(string html) =>
        Regex.Replace(new HtmlParser().ParseDocument(html).Body!.TextContent, @"\s+", " ").Trim();
}
