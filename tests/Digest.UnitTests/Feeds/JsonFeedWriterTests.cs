using System.Text;
using Digest.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class JsonFeedWriterTests
{
    [Fact]
    public void Feed_is_written_by_the_rules_of_F3()
    {
        const string expected = """
            {
              "version": "https://jsonfeed.org/version/1.1",
              "title": "社区动态周刊",
              "home_page_url": "https://news.example/weekly/",
              "feed_url": "https://news.example/weekly/feed.xml",
              "description": "每周社区动态",
              "language": "zh-CN",
              "authors": [
                {
                  "name": "编辑部"
                }
              ],
              "items": [
                {
                  "id": "tag:news.example,2026:weekly/1",
                  "url": "https://news.example/weekly/001.html",
                  "title": "社区动态第一期",
                  "summary": "Nova & friends",
                  "content_html": "<p>Nova &amp; <a href=\"https://nova.example/\">friends</a></p>",
                  "date_published": "2026-11-13T10:00:00Z",
                  "date_modified": "2026-11-13T10:00:00Z",
                  "authors": [
                    {
                      "name": "编辑部"
                    }
                  ],
                  "tags": [
                    "nova"
                  ]
                }
              ]
            }

            """;

        Assert.Equal(expected, Text(Some.Feed(Some.FeedEntry())));
    }

    [Fact]
    public void Entry_without_HTML_has_its_summary_as_text()
    {
        var text = Text(Some.Feed(Some.FeedEntry() with { ContentHtml = null }));

        Assert.Contains("\"content_text\": \"Nova & friends\"", text);
    }

    private static string Text(FeedDocument feed) => Encoding.UTF8.GetString(JsonFeedWriter.Write(feed));
}
