using System.Text;
using Digest.Feeds;
using Xunit;

namespace Digest.UnitTests.Feeds;

/// <summary>What feeds tell beside title, link and text.</summary>
public sealed class FeedFieldTests
{
    [Theory]
    [InlineData("ann@d.example (Ann Lee)", "Ann Lee", "ann@d.example")]
    [InlineData("Ann Lee (ann@d.example)", "Ann Lee", "ann@d.example")]
    [InlineData("Ann Lee &lt;ann@d.example&gt;", "Ann Lee", "ann@d.example")]
    [InlineData("ann@d.example", "", "ann@d.example")]
    [InlineData("编辑部", "编辑部", null)]
    public void Author_is_a_name_and_an_address(string written, string name, string? email)
    {
        var entry = Entry($"<author>{written}</author>");

        Assert.Equal(new FeedPerson { Name = name, Email = email }, Assert.Single(entry.People));
        Assert.Equal(name.Length > 0 ? [name] : (string[])[], entry.Authors);
    }

    [Fact]
    public void Atom_person_has_a_page_relative_to_its_base()
    {
        var person = Assert.Single(Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://d.example/a/">
              <author xml:base="people/"><name>安</name><uri>an</uri><email>an@d.example</email></author></feed>
            """).People);

        var wanted = new FeedPerson { Name = "安", Email = "an@d.example", Url = "https://d.example/a/people/an" };
        Assert.Equal(wanted, person);
    }

    [Fact]
    public void Tags_of_xhtml_have_bases_of_their_own()
    {
        var entry = Assert.Single(Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://d.example/a/"><entry><content type="xhtml">
              <div xmlns="http://www.w3.org/1999/xhtml"><p xml:base="b/"><a href="帆">帆</a><br/><img
              xml:base="c/" src="d?e=1&amp;f"/></p><a href="g">g</a><a href="#h">h</a></div></content></entry></feed>
            """).Entries);

        Assert.Equal(
            """<p><a href="https://d.example/a/b/%E5%B8%86">帆</a><br>"""
            + """<img src="https://d.example/a/b/c/d?e=1&amp;f"></p>"""
            + """<a href="https://d.example/a/g">g</a><a href="#h">h</a>""",
            entry.ContentHtml);
    }

    [Fact]
    public void Dublin_core_names_contributors()
    {
        Assert.Equal("林", Assert.Single(Entry("<dc:contributor>林</dc:contributor>").Contributors).Name);
    }

    [Fact]
    public void Files_and_pictures_are_fields()
    {
        var entry = Entry("""
            <enclosure url="/a.mp3" type="audio/mpeg" length="12"/>
            <media:group><media:content url="https://d.example/b.png" medium="image" fileSize="7"/></media:group>
            <media:thumbnail url="https://d.example/c.png"/>
            """);

        Assert.Equal(
            (IEnumerable<FeedEnclosure>)
            [
                new FeedEnclosure("https://d.example/a.mp3", "audio/mpeg", 12),
                new FeedEnclosure("https://d.example/b.png", null, 7),
            ],
            entry.Enclosures);
        Assert.Equal("https://d.example/b.png", entry.ImageUrl);
    }

    [Fact]
    public void First_picture_of_the_content_stands_in()
    {
        Assert.Equal(
            "https://d.example/x.png",
            Entry("<description>&lt;p&gt;&lt;IMG alt='' src='/x.png'&gt;</description>").ImageUrl);
    }

    [Fact]
    public void Categories_keep_their_schemes()
    {
        var entry = Entry("""
            <category domain="https://d.example/tags">keel</category><dc:subject>锚</dc:subject>
            <itunes:keywords>sail, 帆</itunes:keywords>
            """);

        Assert.Equal((IEnumerable<string>)["keel", "锚", "sail", "帆"], entry.Tags);
        Assert.Equal("https://d.example/tags", entry.Categories[0].Scheme);
    }

    [Fact]
    public void Publisher_says_when_to_come_again()
    {
        var schedule = Read("""
            <rss><channel><ttl>90</ttl><skipHours><hour>3</hour><hour>24</hour><hour>x</hour></skipHours>
            <skipDays><day>Sunday</day><day>Someday</day></skipDays>
            <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>
            """).Schedule;

        Assert.Equal(TimeSpan.FromMinutes(90), schedule.TimeToLive);
        Assert.Equal(TimeSpan.FromHours(12), schedule.Period);
        Assert.Equal([3, 0], schedule.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], schedule.SkipDays);
    }

    [Fact]
    public void Item_of_a_planet_tells_where_it_came_from()
    {
        Assert.Equal(
            new FeedOrigin("Driftwood 浮木", "https://o.example/feed"),
            Entry("<source url='https://o.example/feed'>Driftwood 浮木</source>").Origin);
    }

    [Theory]
    [InlineData("<guid>https://d.example/g</guid>", "https://d.example/g")]
    [InlineData("<link/><guid isPermaLink='true'>https://d.example/g</guid>", "https://d.example/g")]
    [InlineData("<guid isPermaLink='false'>https://d.example/g</guid>", null)]
    [InlineData("<guid>17</guid>", null)]
    [InlineData("<atom:link rel='self' href='/s'/><atom:link href='/a'/>", "https://d.example/a")]
    [InlineData("<link>https://p.example/r</link><feedburner:origLink>/o</feedburner:origLink>", "https://d.example/o")]
    public void Address_of_an_item_is_found_where_it_is(string fields, string? url)
    {
        Assert.Equal(url, Entry(fields).Url);
    }

    [Fact]
    public void Addresses_in_content_are_relative_to_the_nearest_base()
    {
        var entry = Assert.Single(Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://d.example/a/"><entry xml:base="b/">
              <summary type="html" xml:base="s/">&lt;a href="x?p=1&amp;amp;q=2">s&lt;/a></summary>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="y.png"/></div></content>
            </entry></feed>
            """).Entries);

        Assert.Equal("<a href=\"https://d.example/a/b/s/x?p=1&amp;q=2\">s</a>", entry.Summary);
        Assert.Equal("<img src=\"https://d.example/a/b/y.png\">", entry.ContentHtml);
    }

    [Theory]
    [InlineData("type='html'", "&lt;p>浮木&lt;/p>", "<p>浮木</p>")]
    [InlineData("type='text'", "a &lt;b>", "a &lt;b&gt;")]
    [InlineData("", "a &lt;b> c", "a &lt;b&gt; c")]
    [InlineData("", "&lt;p>untyped&lt;/p>", "<p>untyped</p>")]
    [InlineData("mode='escaped' type='text/html'", "&lt;i>old&lt;/i>", "<i>old</i>")]
    [InlineData("mode='base64'", "PGI+5rWuPC9iPg==", "<b>浮</b>")]
    [InlineData("type='application/octet-stream'", "PGI+5rWuPC9iPg==", "<b>浮</b>")]
    [InlineData("type='application/octet-stream'", "no base 64", null)]
    [InlineData("type='application/json'", "{}", null)]
    [InlineData("src='https://d.example/'", "", null)]
    public void Content_is_read_by_its_type(string attributes, string content, string? html)
    {
        var feed = Read($"""
            <feed xmlns='http://www.w3.org/2005/Atom'><entry><content {attributes}>{content}</content></entry></feed>
            """);

        Assert.Equal(html, Assert.Single(feed.Entries).ContentHtml);
    }

    [Theory]
    [InlineData("<rss version='0.92'><channel/></rss>", "RSS", "0.92")]
    [InlineData("<rdf:RDF xmlns='http://purl.org/rss/1.0/'/>", "RSS", "1.0")]
    [InlineData("<rdf:RDF xmlns='http://channel.netscape.com/rdf/simple/0.9/'/>", "RSS", "0.9")]
    [InlineData("<feed xmlns='http://purl.org/atom/ns#'/>", "Atom", "0.3")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'/>", "Atom", "1.0")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\"}", "JSON Feed", "1.1")]
    public void Format_is_told(string text, string format, string version)
    {
        var feed = Read(text);

        Assert.Equal((format, version), (feed.Format, feed.Version));
    }

    [Fact]
    public void Channel_definition_of_1997_is_read()
    {
        var feed = Read("""
            <CHANNEL HREF="https://d.example/"><TITLE>T</TITLE><ABSTRACT>about</ABSTRACT>
              <ITEM HREF="one.html"><TITLE>One</TITLE><ABSTRACT>a</ABSTRACT></ITEM></CHANNEL>
            """);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal("https://d.example/", feed.HomeUrl);
        Assert.Equal(("https://d.example/one.html", "a"), (entry.Url, entry.Summary));
    }

    private static FeedEntry Entry(string fields) =>
        Assert.Single(Read($"<rss version='2.0'><channel><item>{fields}</item></channel></rss>").Entries);

    private static FeedDocument Read(string text) => Assert.IsType<FeedReadResult.Read>(
        FeedReader.Read(Encoding.UTF8.GetBytes(text), null, new Uri("https://d.example/feed"))).Feed;
}
