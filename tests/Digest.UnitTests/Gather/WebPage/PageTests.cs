using System.Text;
using Digest.Gather.WebPage;
using Digest.Markup;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.WebPage;

public sealed class PageTests
{
    private static readonly Uri Place = new("https://news.example/zh/");

    [Fact]
    public void Entries_are_found_by_their_selectors()
    {
        var item = Assert.Single(Read(
            """
            <article lang="zh-CN"><h2>龙骨 2.4 发布</h2><time datetime="2026-11-12">昨天</time>
            <p class="s">更<b>快</b></p><a class="more" href="../keel">全文</a></article>
            """,
            ("item", "article"), ("title", "h2"), ("link", "a.more"), ("date", "time@datetime"), ("body", ".s")));

        Assert.Equal("https://news.example/keel", item.ExternalId);
        Assert.Equal("https://news.example/keel", item.Url);
        Assert.Equal("龙骨 2.4 发布", item.Title);
        Assert.Equal("更**快**", item.Body);
        Assert.Equal("zh-CN", item.Language);
        Assert.Equal(12, item.Published!.Value.Day);
    }

    [Fact]
    public void Without_further_selectors_heading_first_link_and_time_are_taken()
    {
        var items = Read("<li><a href='/1'>One</a> words</li><li>流木の話</li><li> </li>", ("item", "li"));

        Assert.Equal(["One", "流木の話"], items.Select(item => item.Title));
        Assert.Equal(["https://news.example/1", "https://news.example/zh/"], items.Select(item => item.Url));
        Assert.StartsWith("hash:", items[1].ExternalId);
    }

    [Theory]
    [InlineData("<h2>Drill</h2><a href='/1'>more</a><time datetime='2026-11-12'>昨天</time><p>带手套。</p>", "带手套。")]
    [InlineData("<h2><a href='/1'>Drill</a></h2><p>Bring <a href='/2'>gloves</a>.</p>",
        "Bring [gloves](https://news.example/2).")]
    [InlineData("<p>We hold a <a href='/1'>drill</a>.</p>", "We hold a [drill](https://news.example/1).")]
    public void Text_of_an_entry_does_not_repeat_its_title_date_and_link(string entry, string expected) =>
        Assert.Equal(expected, Assert.Single(Read($"<article>{entry}</article>", ("item", "article"))).Body);

    [Fact]
    public void Entries_that_lead_to_one_page_are_told_apart()
    {
        var items = Read(
            "<li><a href='/1'>One</a></li><li><a href='/1'>Two</a></li><li><a href='/1'>Two</a></li>", ("item", "li"));

        Assert.Equal(2, items.Select(item => item.ExternalId).Distinct().Count());
    }

    [Fact]
    public void Hostile_entry_is_cleaned()
    {
        var item = Assert.Single(Read(
            "<li><a href='javascript:alert(1)'>x</a><img src=x onerror=alert(1)><script>1</script>text</li>",
            ("item", "li")));

        Assert.Equal("https://news.example/zh/", item.Url);
        Assert.Equal("x![](https://news.example/zh/x)text", item.Body);
    }

    [Fact]
    public void Lines_that_were_not_there_before_are_the_change()
    {
        var before = Lines("<main><p>One</p><ul><li>keel</li></ul></main>");
        var page = Document("<title>Plan</title><main><p>One</p><ul><li>keel</li><li>帆 <em>new</em></li></ul></main>");
        var after = PageWatch.LinesOf(page, null, Place);

        var item = PageWatch.Difference(before, after, page, Some.Request(Some.FeedSource()), Place)!;

        Assert.Equal("Plan", item.Title);
        Assert.Equal("- 帆 *new*", item.Body);
        Assert.Equal("1 new line", item.Signals.Change);
    }

    [Fact]
    public void Page_that_only_lost_lines_or_moved_them_tells_nothing()
    {
        var page = Document("<p>Two</p><p>One</p>");
        var after = PageWatch.LinesOf(page, null, Place);

        Assert.Null(PageWatch.Difference(
            ["One", "Two", "Three"], after, page, Some.Request(Some.FeedSource()), Place));
    }

    [Fact]
    public void Lines_of_code_mean_themselves() =>
        Assert.Equal(["\\# a", "\\*b\\*"], Lines("<pre># a\n*b*</pre>"));

    private static IReadOnlyList<string> Lines(string html) => PageWatch.LinesOf(Document(html), null, Place);

    private static IReadOnlyList<GatheredItem> Read(string html, params (string Key, string Value)[] settings)
    {
        var values = new SourceSettingValues(settings.ToDictionary(
            one => one.Key, one => (IReadOnlyList<string>)[one.Value]));
        var entries = new PageEntries(PageSettings.Of(values), Some.Request(Some.FeedSource()), Place);
        return entries.Read(Document(html));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Document(string html) =>
        WebDocument.Parse(Encoding.UTF8.GetBytes(html), null)!;
}
