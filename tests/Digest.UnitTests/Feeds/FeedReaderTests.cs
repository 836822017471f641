using System.Text;
using Digest.Feeds;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Location = new("https://blog.example/feed.xml");

    [Fact]
    public void Rss_item_is_read_whole()
    {
        var entry = Assert.Single(Feed(Rss("""
            <item>
              <title>Nova &amp;amp; friends</title><link>/posts/1</link><guid isPermaLink="false">post-1</guid>
              <pubDate>Thu, 12 Nov 2026 09:30:00 EST</pubDate><dc:creator>Ann</dc:creator><category>nova</category>
              <description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>
            </item>
            """)).Entries);

        Assert.Equal("Nova & friends", entry.Title);
        Assert.Equal("https://blog.example/posts/1", entry.Url);
        Assert.Equal("post-1", entry.Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 14, 30, 0, TimeSpan.Zero), entry.Published);
        Assert.Equal((IEnumerable<string>)["Ann"], entry.Authors);
        Assert.Equal((IEnumerable<string>)["nova"], entry.Tags);
        Assert.Equal("short", entry.Summary);
        Assert.Equal("<p>long</p>", entry.ContentHtml);
    }

    [Fact]
    public void Atom_texts_are_read_by_their_type()
    {
        var feed = Feed("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/">
              <id>f</id><title type="html">A &lt;b&gt;b&lt;/b&gt; &amp;amp; c</title>
              <entry><id>1</id><title>a &lt; b</title><link href="one.html"/><updated>2026-11-12T09:30:00Z</updated>
                <summary>x &amp; y</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">q <br/><i>r</i></div></content></entry>
            </feed>
            """);

        Assert.Equal("A b & c", feed.Title);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("a < b", entry.Title);
        Assert.Equal("https://a.example/x/one.html", entry.Url);
        Assert.Equal("x &amp; y", entry.Summary);
        Assert.Equal("q <br><i>r</i>", entry.ContentHtml);
        Assert.Equal("https://a.example/x/", entry.BaseUrl);
    }

    [Fact]
    public void Rdf_items_beside_the_channel_are_read()
    {
        var feed = Feed("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
              <channel rdf:about="https://a.example/"><title>T</title><link>https://a.example/</link></channel>
              <item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link>
                <dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2026-11-12</dc:date></item>
            </rdf:RDF>
            """);

        Assert.Equal("T", feed.Title);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("https://a.example/1", entry.Id);
        Assert.Equal(new DateTimeOffset(2026, 11, 12, 0, 0, 0, TimeSpan.Zero), entry.Published);
    }

    [Fact]
    public void Json_feed_is_read()
    {
        var feed = Feed("""
            {"version": "https://jsonfeed.org/version/1", "title": "T", "author": {"name": "Ann"}, "items": [
              {"id": 7, "url": "/7", "title": "Seven", "content_text": "a < b", "tags": ["x"],
               "date_published": "2026-11-12T00:00:00Z"},]}
            """);

        Assert.Equal((IEnumerable<string>)["Ann"], feed.Authors);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("7", entry.Id);
        Assert.Equal("https://blog.example/7", entry.Url);
        Assert.Equal("a &lt; b", entry.ContentHtml);
    }

    [Fact]
    public void Cut_off_feed_keeps_the_entries_before_the_cut()
    {
        var cut = Rss("<item><title>One</title></item><item><title>Two</title><descr")[..^20];

        var read = Assert.IsType<FeedReadResult.Read>(Read(cut));

        Assert.Equal("One", Assert.Single(read.Feed.Entries).Title);
        Assert.Contains(read.Warnings, warning => warning.StartsWith("line ", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_entities_and_stray_ampersands_are_understood()
    {
        var entry = Assert.Single(Feed(Rss("<item><title>a&nbsp;b &copy; R&D &#39;x&#39;</title></item>")).Entries);

        Assert.Equal("a b © R&D 'x'", entry.Title);
    }

    [Fact]
    public void Forbidden_characters_are_dropped_with_a_warning()
    {
        var read = Assert.IsType<FeedReadResult.Read>(Read(Rss("<item><title>a\u0001b&#x1F;c</title></item>")));

        Assert.Equal("abc", Assert.Single(read.Feed.Entries).Title);
        Assert.Contains("characters that XML forbids were dropped", read.Warnings);
    }

    [Fact]
    public void Entities_of_a_dtd_are_never_expanded()
    {
        var entry = Assert.Single(Feed("""
            <!DOCTYPE rss [<!ENTITY lol "lol"><!ENTITY file SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>&lol;&file;</title></item></channel></rss>
            """).Entries);

        Assert.Equal("&lol;&file;", entry.Title);
    }

    [Fact]
    public void Nesting_without_end_hides_nothing_behind_it()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 200_000));

        var feed = Feed(Rss($"<item><title>One</title>{deep}</item><item><title>Two</title></item>"));

        Assert.Equal((IEnumerable<string>)["One", "Two"], feed.Entries.Select(entry => entry.Title));
    }

    [Fact]
    public void Item_without_a_guid_is_known_by_link_and_title()
    {
        const string item = "<item><title>One</title><link>https://a.example/1</link><pubDate>{0}</pubDate></item>";
        var today = Assert.Single(Feed(Rss(item.Replace("{0}", "Thu, 12 Nov 2026 09:30:00 GMT"))).Entries);
        var later = Assert.Single(Feed(Rss(item.Replace("{0}", "Fri, 13 Nov 2026 09:30:00 GMT"))).Entries);

        Assert.StartsWith("hash:", today.Id);
        Assert.Equal(today.Id, later.Id);
    }

    [Fact]
    public void Items_that_share_a_guid_are_told_apart_by_link_and_title()
    {
        var feed = Feed(Rss("""
            <item><guid>x</guid><title>One</title></item><item><guid>x</guid><title>Two</title></item>
            <item><guid>x</guid><title>One</title></item>
            """));

        Assert.Equal((IEnumerable<string>)["One", "Two"], feed.Entries.Select(entry => entry.Title));
        Assert.Equal(2, feed.Entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Fact]
    public void Items_without_link_and_title_are_known_by_their_text()
    {
        var feed = Feed(Rss("<item><description>a</description></item><item><description>b</description></item>"));

        Assert.Equal(2, feed.Entries.Select(entry => entry.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    public void Links_that_are_no_web_addresses_are_left_out(string link)
    {
        Assert.Null(Assert.Single(Feed(Rss($"<item><title>One</title><link>{link}</link></item>")).Entries).Url);
    }

    [Theory]
    [InlineData("", "line 1: the document is empty")]
    [InlineData("hello", "line 1: neither XML nor JSON")]
    [InlineData("<!DOCTYPE html>\n<html><head></head></html>", "line 2: an HTML page, not a feed")]
    [InlineData("<opml version='1.0'/>", "line 1: an XML document <opml>, not a feed")]
    [InlineData("{\"a\":\n 1", "line 2: the JSON is broken or cut off")]
    [InlineData("{\"a\": 1}", "line 1: a JSON document, not a feed")]
    public void What_is_no_feed_is_named(string text, string reason)
    {
        Assert.Equal(reason, Assert.IsType<FeedReadResult.NotAFeed>(Read(text)).Reason);
    }

    [Fact]
    public void Json_with_half_a_surrogate_pair_is_read_round()
    {
        var feed = Feed("""{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"\ud800"},{"id":"2"}]}""");

        Assert.Equal(2, feed.Entries.Count);
    }

    private static string Rss(string items) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Blog</title><link>https://blog.example/</link>
        {items}
        </channel></rss>
        """;

    private static FeedDocument Feed(string text) => Assert.IsType<FeedReadResult.Read>(Read(text)).Feed;

    private static FeedReadResult Read(string text) => FeedReader.Read(Encoding.UTF8.GetBytes(text), null, Location);
}
