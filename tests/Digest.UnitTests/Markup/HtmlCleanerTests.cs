using AngleSharp.Html.Parser;
using Digest.Markup;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class HtmlCleanerTests
{
    private static readonly Uri Base = new("https://site.example/blog/post");

    private static readonly string[] Forbidden =
    [
        "script", "style", "svg", "math", "template", "noscript", "form", "iframe", "object", "embed", "input",
        "textarea", "title", "select",
    ];

    [Theory]
    [InlineData("<p>一<b>二</b></p>", "<p>一<b>二</b></p>")]
    [InlineData("<P onclick=x STYLE='color:red' class=c id=i>一</P>", "<p>一</p>")]
    [InlineData("<p>一<p>二", "<p>一</p><p>二</p>")]
    [InlineData(
        "<table><tr><th>一<th>二<tr><th SCOPE=x>三<td>四</table>",
        "<table><tbody><tr><th scope=\"col\">一</th><th scope=\"col\">二</th></tr>"
        + "<tr><th scope=\"row\">三</th><td>四</td></tr></tbody></table>")]
    [InlineData("<span>一</span><font>二</font>", "一二")]
    [InlineData("<section>一</section><article>二</article>", "<div>一</div><div>二</div>")]
    [InlineData("一<script>x</script><style>x</style><svg><text>x</text></svg><form>x</form>二", "一二")]
    [InlineData("一<!-- x --><![CDATA[x]]>二", "一二")]
    [InlineData("<ol start=3><li>甲</ol>", "<ol start=\"3\"><li>甲</li></ol>")]
    [InlineData("<p lang=ja dir=RTL>日</p>", "<p lang=\"ja\" dir=\"rtl\">日</p>")]
    [InlineData("<td>x</td>", "x")]
    [InlineData("<pre>\n\n x\n</pre>", "<pre> x\n</pre>")]
    [InlineData("<pre><code>\nx</code></pre>", "<pre><code>\nx</code></pre>")]
    [InlineData("<pre><span>\nx</span></pre>", "<pre>x</pre>")]
    [InlineData("a &amp; b&nbsp;&lt;i&gt;", "a &amp; b&nbsp;&lt;i&gt;")]
    [InlineData("", "")]
    public void Only_what_is_allowed_stays(string html, string clean) =>
        Assert.Equal(clean, HtmlCleaner.Clean(html, null));

    [Theory]
    [InlineData("<a href='https://x.example/?a&amp;b' title=t target=x>甲</a>",
        "<a href=\"https://x.example/?a&amp;b\" title=\"t\">甲</a>")]
    [InlineData("<a href='/a b'>甲</a>", "<a href=\"https://site.example/a%20b\">甲</a>")]
    [InlineData("<a href='//x.example/'>甲</a>", "<a href=\"https://x.example/\">甲</a>")]
    [InlineData("<a href='mailto:me@x.example'>甲</a>", "<a href=\"mailto:me@x.example\">甲</a>")]
    [InlineData("<img src='1.png' width=10 height=x>",
        "<img src=\"https://site.example/blog/1.png\" alt=\"\" width=\"10\">")]
    [InlineData("<img src=1.gif width=1 height=1 alt=x>", "")]
    [InlineData("<img src='data:x' alt='图'>", "图")]
    [InlineData("<a href='#top'>甲</a>", "甲")]
    [InlineData("<a name=x>甲</a>", "甲")]
    public void Addresses_are_resolved_or_dropped(string html, string clean) =>
        Assert.Equal(clean, HtmlCleaner.Clean(html, Base));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java&#10;script:alert(1)")]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData(" javascript&colon;alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https:")]
    [InlineData("https:///x")]
    public void Unsafe_addresses_leave_their_text(string href) =>
        Assert.Equal("甲", HtmlCleaner.Clean($"<a href=\"{href}\">甲</a>", Base));

    [Theory]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">")]
    [InlineData(
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData(
        "<svg><desc><svg><image><a><desc><svg><image></image></svg></desc><style><a id='</style>"
        + "<img src=x onerror=alert(1)>'></style>")]
    [InlineData("<!--x--!><img src=x onerror=alert(1)>-->")]
    [InlineData("<![CDATA[><img src=x onerror=alert(1)>]]>")]
    [InlineData("<svg><![CDATA[<style>]]><img src=x onerror=alert(1)>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">")]
    [InlineData(
        "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">")]
    [InlineData("<x:p><annotation-xml encoding=text/html><style><img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"https://x.example/&quot; onmouseover=alert(1) x=&quot;\">甲</a>")]
    [InlineData("<img alt=\"`><script>alert(1)</script>\" src=\"https://x.example/1.png\">")]
    public void Vectors_of_mutation_find_nothing_to_mutate(string html)
    {
        var clean = HtmlCleaner.Clean(html, null);

        Assert.Empty(WhatIsWrongWith(clean));
        Assert.Equal(clean, HtmlCleaner.Clean(clean, null));
    }

    [Fact]
    public void Any_text_is_clean_after_one_cleaning() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Fragments.OfHtml, html =>
        {
            var clean = HtmlCleaner.Clean(html, Base);
            return !WhatIsWrongWith(clean).Any() && HtmlCleaner.Clean(clean, Base) == clean;
        }));

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b id=1>")]
    [InlineData("<p><b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg>")]
    [InlineData("<a href=https://x.example>")]
    [InlineData("<")]
    [InlineData("&")]
    [InlineData("<!--")]
    public void A_long_hostile_text_is_still_cleaned(string piece)
    {
        var hostile = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        Assert.StartsWith("甲", HtmlCleaner.Clean($"甲{hostile}", null), StringComparison.Ordinal);
    }

    /// <summary>What a browser would find in the cleaned text that must not be there.</summary>
    private static IEnumerable<string> WhatIsWrongWith(string clean)
    {
        foreach (var element in new HtmlParser().ParseDocument(clean).Body!.QuerySelectorAll("*"))
        {
            if (Forbidden.Contains(element.LocalName))
                yield return element.LocalName;

            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase))
                {
                    yield return attribute.Name;
                }
            }
        }
    }
}
