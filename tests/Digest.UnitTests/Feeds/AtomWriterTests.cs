using System.Text;
using Digest.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class AtomWriterTests
{
    private const string Html =
        "&lt;p&gt;Nova &amp;amp; &lt;a href=\"https://nova.example/\"&gt;friends&lt;/a&gt;&lt;/p&gt;";

    [Fact]
    public void Feed_is_written_by_the_rules_of_F2()
    {
        const string expected = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xml:lang="zh-CN" xmlns="http://www.w3.org/2005/Atom">
              <id>tag:news.example,2026:weekly</id>
              <title>社区动态周刊</title>
              <subtitle>每周社区动态</subtitle>
              <updated>2026-11-13T10:00:00Z</updated>
              <link rel="self" type="application/atom+xml" href="https://news.example/weekly/feed.xml" />
              <link rel="alternate" type="text/html" href="https://news.example/weekly/" />
              <author>
                <name>编辑部</name>
              </author>
              <entry xml:lang="ja">
                <id>tag:news.example,2026:weekly/1</id>
                <title>社区动态第一期</title>
                <updated>2026-11-13T10:00:00Z</updated>
                <published>2026-11-13T10:00:00Z</published>
                <link rel="alternate" type="text/html" href="https://news.example/weekly/001.html" />
                <author>
                  <name>编辑部</name>
                </author>
                <category term="nova" />
                <summary type="text">Nova &amp; friends</summary>
                <content type="html">{Html}</content>
              </entry>
            </feed>

            """;

        Assert.Equal(expected, Text(Some.Feed(Some.FeedEntry() with { Language = "ja" })));
    }

    [Fact]
    public void Feed_without_a_date_takes_the_latest_of_its_entries()
    {
        var late = Some.FeedEntry("b") with
        {
            Updated = new DateTimeOffset(2026, 11, 14, 8, 0, 0, TimeSpan.FromHours(8)),
        };

        var text = Text(Some.Feed(Some.FeedEntry("a"), late) with { Updated = null });

        Assert.Contains("</subtitle>\n  <updated>2026-11-14T00:00:00Z</updated>", text);
    }

    [Fact]
    public void Feed_without_an_author_names_itself()
    {
        var text = Text(Some.Feed() with { Authors = [] });

        Assert.Contains("<author>\n    <name>社区动态周刊</name>", text);
    }

    private static string Text(FeedDocument feed) => Encoding.UTF8.GetString(AtomWriter.Write(feed));
}
