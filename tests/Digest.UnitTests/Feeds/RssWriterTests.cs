using System.Globalization;
using System.Text;
using Digest.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class RssWriterTests
{
    private const string Root =
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" " +
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">";

    private const string Html =
        "&lt;p&gt;Nova &amp;amp; &lt;a href=\"https://nova.example/\"&gt;friends&lt;/a&gt;&lt;/p&gt;";

    [Fact]
    public void Feed_is_written_by_the_rules_of_F1()
    {
        const string expected = $"""
            <?xml version="1.0" encoding="utf-8"?>
            {Root}
              <channel>
                <title>社区动态周刊</title>
                <link>https://news.example/weekly/</link>
                <description>每周社区动态</description>
                <language>zh-cn</language>
                <lastBuildDate>Fri, 13 Nov 2026 10:00:00 +0000</lastBuildDate>
                <ttl>60</ttl>
                <atom:link href="https://news.example/weekly/feed.xml" rel="self" type="application/rss+xml" />
                <dc:creator>编辑部</dc:creator>
                <item>
                  <title>社区动态第一期</title>
                  <link>https://news.example/weekly/001.html</link>
                  <guid isPermaLink="false">tag:news.example,2026:weekly/1</guid>
                  <pubDate>Fri, 13 Nov 2026 10:00:00 +0000</pubDate>
                  <dc:creator>编辑部</dc:creator>
                  <category>nova</category>
                  <description>Nova &amp;amp; friends</description>
                  <content:encoded>{Html}</content:encoded>
                </item>
              </channel>
            </rss>

            """;

        Assert.Equal(expected, Text(Some.Feed(Some.FeedEntry())));
    }

    [Fact]
    public void File_begins_without_a_byte_order_mark()
    {
        Assert.Equal((byte)'<', RssWriter.Write(Some.Feed())[0]);
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    public void Dates_do_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Contains("<pubDate>Fri, 13 Nov 2026 10:00:00 +0000</pubDate>", Text(Some.Feed(Some.FeedEntry())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Characters_that_XML_forbids_are_dropped()
    {
        var entry = Some.FeedEntry() with { Title = "a\u0000b\u001Bc\uFFFEd\uD800e😀" };

        Assert.Contains("<title>abcde😀</title>", Text(Some.Feed(entry)));
    }

    [Fact]
    public void Entry_in_another_language_says_so()
    {
        Assert.Contains("<item xml:lang=\"ja\">", Text(Some.Feed(Some.FeedEntry() with { Language = "ja" })));
    }

    [Fact]
    public void Feed_without_a_description_repeats_its_title()
    {
        var text = Text(Some.Feed() with { Description = "" });

        Assert.Contains("<description>社区动态周刊</description>", text);
    }

    private static string Text(FeedDocument feed) => Encoding.UTF8.GetString(RssWriter.Write(feed));
}
