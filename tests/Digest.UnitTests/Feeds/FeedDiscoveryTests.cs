using System.Text;
using Digest.Feeds;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class FeedDiscoveryTests
{
    [Theory]
    [InlineData("<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">")]
    [InlineData("<LINK REL='ALTERNATE' TYPE='application/atom+xml' HREF='/feed'/>")]
    [InlineData("<link href=/feed rel=alternate type=application/feed+json>")]
    [InlineData("<link rel='home alternate' type='application/rss+xml; charset=utf-8' href='https://d.example/feed'>")]
    [InlineData("<base href='https://d.example/'><link rel=alternate type=application/rss+xml href=feed>")]
    [InlineData("<title><link></title><link rel=alternate type=application/rss+xml href=feed:https://d.example/feed>")]
    [InlineData("<link rel=alternate rel=x type=application/rss+xml type=text/css href=/feed href=/other>")]
    [InlineData("<noscript><link rel=alternate type=application/rdf+xml href='&#x2F;feed'></noscript>")]
    [InlineData("<p title='<link'><link rel=\"alternate\"type=\"application/rss+xml\"href=\"/feed\">")]
    [InlineData("<p>unclosed <b>tags</p><link rel=alternate type=application/rss+xml href=/feed><link rel=x")]
    public void Advertised_feed_is_found(string head)
    {
        Assert.Equal("https://d.example/feed", Assert.Single(Find(head)).Url);
    }

    [Theory]
    [InlineData("<link rel=stylesheet type=text/css href=/feed>")]
    [InlineData("<link rel=alternate type=application/json href=/wp-json/posts/1>")]
    [InlineData("<link rel=alternate hreflang=ja href=/ja/>")]
    [InlineData("<link rel=alternate type=application/rss+xml>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=javascript:x>")]
    [InlineData("<!-- <link rel=alternate type=application/rss+xml href=/feed> -->")]
    [InlineData("<script>'<link rel=alternate type=application/rss+xml href=/feed>'</script>")]
    [InlineData("<title><link rel=alternate type=application/rss+xml href=/feed></title>")]
    [InlineData("<textarea><link rel=alternate type=application/rss+xml href=/feed></textarea>")]
    [InlineData("<TEMPLATE><link rel=alternate type=application/rss+xml href=/feed></TEMPLATE>")]
    [InlineData("<link rel='alternate stylesheet' type=application/rss+xml href=/feed>")]
    [InlineData("<a rel=alternate type=application/rss+xml href=/feed>")]
    public void What_is_no_feed_is_not_found(string head)
    {
        Assert.Empty(Find(head));
    }

    [Fact]
    public void Each_address_is_told_once_with_its_title()
    {
        var feeds = Find("""
            <meta charset=utf-8><link rel=alternate type=application/rss+xml title="浮木 &amp; co" href=/feed?a=1&amp;b=2>
            <link rel=alternate type=application/rss+xml href=/feed?a=1&b=2>
            <link rel=alternate type=application/atom+xml href=/atom>
            """);

        Assert.Equal(2, feeds.Count);
        Assert.Equal(new DiscoveredFeed("https://d.example/feed?a=1&b=2", "浮木 & co", "application/rss+xml"), feeds[0]);
    }

    private static IReadOnlyList<DiscoveredFeed> Find(string head) => FeedDiscovery.Find(
        Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head>{head}</head></html>"),
        null,
        new Uri("https://d.example/page/"));
}
