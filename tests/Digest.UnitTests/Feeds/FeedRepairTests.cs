using System.Text;
using Digest.Feeds;
using Xunit;

namespace Digest.UnitTests.Feeds;

/// <summary>Faults of every kind: what stands behind them is read, and they are told.</summary>
public sealed class FeedRepairTests
{
    [Theory]
    [InlineData("<title>Keel 浮木<link>https://d.example/1</link>", "a title without an end")]
    [InlineData("<title>Keel 浮木</titel><link>https://d.example/1</link>", "a misspelt end")]
    [InlineData("<title>Keel 浮木</title><description>a &lt;b&gt;b&lt;/b&gt;<link>https://d.example/1</link>", "no end")]
    [InlineData("<title>Keel 浮木</title><author><name>Ann</name><link>https://d.example/1</link>", "a group")]
    [InlineData("<title>Keel 浮木</title></b><link>https://d.example/1</link>", "an end of nothing")]
    [InlineData("<title><b>Keel 浮木</title></b><link>https://d.example/1</link>", "wrong nesting")]
    [InlineData("<title>Keel 浮木</title><description><![CDATA[x</description><link>https://d.example/1</link>", "CDATA")]
    [InlineData("<title>Keel 浮木</title><enclosure url=\"http://d.example/a ><link>https://d.example/1</link>", "quote")]
    [InlineData("<title>Keel 浮木</title><enclosure url='a' url='b'/><link>https://d.example/1</link>", "twice")]
    [InlineData("<title>Keel 浮木</title><enclosure url=a length=1 /><link>https://d.example/1</link>", "no quotes")]
    [InlineData("<title>Keel 浮木</title><x:y>z</x:y><link>https://d.example/1</link>", "an unknown prefix")]
    [InlineData("<title>Keel 浮木</title><!-- <link>https://d.example/1</link>", "a comment without an end")]
    [InlineData("<title>Keel 浮木</title><?php <link>https://d.example/1</link>", "an instruction without an end")]
    [InlineData("<TITLE>Keel 浮木</TITLE><Link>https://d.example/1</Link>", "capitals")]
    public void Entry_and_the_one_behind_it_survive(string item, string fault)
    {
        var feed = Feed($"<item>{item}</item><item><title>Sail</title><guid>2</guid></item>").Feed;

        Assert.True(feed.Entries.Count == 2, fault);
        Assert.Equal("Keel 浮木", feed.Entries[0].Title);
        Assert.Equal("https://d.example/1", feed.Entries[0].Url);
        Assert.Equal(("Sail", "2"), (feed.Entries[1].Title, feed.Entries[1].Id));
    }

    [Theory]
    [InlineData("<item><title>一</title><item><title>二</title></item>")]
    [InlineData("<item><title>一</title></itme><item><title>二</title></item>")]
    [InlineData("<item><title>一</item></title><item><title>二</item></title>")]
    [InlineData("<item><title>一</title></item></channel></rss><item><title>二</title></item>")]
    [InlineData("<items><item><title>一</title></item><item><title>二</title></item></items>")]
    public void Entries_are_told_apart_whatever_their_ends(string items)
    {
        Assert.Equal((IEnumerable<string>)["一", "二"], Feed(items).Feed.Entries.Select(entry => entry.Title));
    }

    [Theory]
    [InlineData("a < b && c > d", "a < b && c > d")]
    [InlineData("I <3 浮木", "I <3 浮木")]
    [InlineData("List<T> &lt;T&gt;", "List<T> <T>")]
    [InlineData("<标题>", "<标题>")]
    [InlineData("R&D &copy; &nosuch; &#8217; &#146; &#x1F600; &amp", "R&D © &nosuch; ’ ’ 😀 &amp")]
    [InlineData("a&nbsp;b&hellip;", "a b…")]
    [InlineData("&#0;a&#xFFFE;b&#99999999;", "ab")]
    [InlineData("one <![CDATA[<b>two</b> & ]]> three", "one two & three")]
    public void Text_is_what_its_writer_meant(string written, string title)
    {
        Assert.Equal(title, Assert.Single(Feed($"<item><title>{written}</title></item>").Feed.Entries).Title);
    }

    [Fact]
    public void Fault_is_told_with_its_line()
    {
        var read = Feed("\n<item><title>One</title>\n<description>text\n</item>");

        Assert.Equal("line 4: <description> is not closed", Assert.Single(read.Warnings));
    }

    [Theory]
    [InlineData("<br />\n<b>Warning</b>: mysql in <b>/srv/a.php</b> on line <b>3</b><br />\n")]
    [InlineData("\n\n  ")]
    [InlineData("garbage & more ")]
    [InlineData("<!-- cached -->")]
    [InlineData("<?xml-stylesheet href='a'?>")]
    public void What_stands_before_the_feed_does_not_matter(string junk)
    {
        const string feed = "<?xml version='1.0'?><rss><channel><title>T</title></channel></rss>";

        Assert.Equal("T", Read(junk + feed).Feed.Title);
    }

    [Fact]
    public void Entry_that_the_document_ends_in_is_left_for_the_next_reading()
    {
        var read = Read("<rss><channel><item><title>One</title></item><item><title>Two</title><descr");

        Assert.Equal("One", Assert.Single(read.Feed.Entries).Title);
        Assert.Contains("line 1: the document is cut off in this entry", read.Warnings);
    }

    [Fact]
    public void Prefixes_mean_what_they_mean_to_everybody()
    {
        var entry = Assert.Single(Feed("""
            <item><dc:creator>안나</dc:creator><content:encoded>&lt;p&gt;x&lt;/p&gt;</content:encoded>
              <DC:date>2026-11-12</DC:date></item>
            """).Feed.Entries);

        Assert.Equal("안나", Assert.Single(entry.Authors));
        Assert.Equal("<p>x</p>", entry.ContentHtml);
        Assert.NotNull(entry.Published);
    }

    [Fact]
    public void Namespaces_go_by_their_address()
    {
        var feed = Read("""
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/dc/elements/1.1"><a:title>T</a:title>
              <a:entry><a:id>1</a:id><a:title>One</a:title><t:creator>Ann</t:creator>
              <title xmlns="urn:x">no</title></a:entry>
            </a:feed>
            """).Feed;

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("T", "1", "One", "Ann"), (feed.Title, entry.Id, entry.Title, Assert.Single(entry.Authors)));
    }

    private static FeedReadResult.Read Feed(string items) =>
        Read($"<?xml version='1.0'?>\n<rss version='2.0'><channel><title>T</title>{items}</channel></rss>");

    private static FeedReadResult.Read Read(string text) => Assert.IsType<FeedReadResult.Read>(
        FeedReader.Read(Encoding.UTF8.GetBytes(text), null, new Uri("https://d.example/feed")));
}
