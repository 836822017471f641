using Digest.Feeds;
using Digest.Gather.Feed;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather.Feed;

public sealed class FeedItemsTests
{
    private readonly SourceDefinition _source = Some.FeedSource() with
    {
        Tags = ["planet", "Nova"],
        Language = "zh-CN",
    };

    [Fact]
    public void Entry_becomes_an_item()
    {
        var item = From(Some.FeedEntry("x"));

        Assert.Equal("x", item.ExternalId);
        Assert.Equal("社区动态第一期", item.Title);
        Assert.Contains("[friends](https://nova.example/)", item.Body);
        Assert.Equal("编辑部", item.Author);
        Assert.Equal(["nova", "planet"], item.Tags);
        Assert.Equal("zh-CN", item.Language);
    }

    [Fact]
    public void Summary_stands_in_for_a_missing_content()
    {
        Assert.Equal("short", From(Some.FeedEntry() with { ContentHtml = null, Summary = "<p>short</p>" }).Body);
    }

    [Fact]
    public void Relative_links_are_resolved_against_the_entry()
    {
        var item = From(Some.FeedEntry() with { ContentHtml = "<p><a href=\"../a\">text</a></p>" });

        Assert.Equal("[text](https://news.example/a)", item.Body);
    }

    [Fact]
    public void Title_cannot_break_lines_or_turn_text()
    {
        Assert.Equal("a b", From(Some.FeedEntry() with { Title = "\u202Ea\r\nb\u202C" }).Title);
    }

    [Fact]
    public void Entry_without_a_title_is_named_by_its_first_words()
    {
        var html = $"<p>{string.Concat(Enumerable.Repeat("<b>word</b> ", 40))}</p>";

        var title = From(Some.FeedEntry() with { Title = "", ContentHtml = html }).Title;

        Assert.StartsWith("word word", title);
        Assert.InRange(title.Length, 70, 81);
    }

    [Fact]
    public void Entry_without_any_words_is_named_by_its_address()
    {
        var item = From(Some.FeedEntry() with { Title = "", ContentHtml = null, Summary = null });

        Assert.Equal("https://news.example/weekly/001.html", item.Title);
    }

    [Fact]
    public void Authors_of_the_feed_stand_in_for_those_of_the_entry()
    {
        Assert.Equal("编辑部", From(Some.FeedEntry() with { Authors = [] }).Author);
    }

    [Theory]
    [InlineData("ja", "ja")]
    [InlineData("zh_TW", "zh-TW")]
    [InlineData("<script>", "zh-CN")]
    [InlineData(null, "zh-CN")]
    public void Language_of_the_entry_goes_before_that_of_the_source(string? stated, string language)
    {
        Assert.Equal(language, From(Some.FeedEntry() with { Language = stated }).Language);
    }

    private GatheredItem From(FeedEntry entry) => Assert.Single(FeedItems.From(Some.Feed(entry), _source, null));
}
