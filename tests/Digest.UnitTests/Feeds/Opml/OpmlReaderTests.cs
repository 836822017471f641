using System.Text;
using Digest.Feeds.Opml;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Feeds.Opml;

public sealed class OpmlReaderTests
{
    [Fact]
    public void Folders_and_categories_become_tags()
    {
        var feed = Only("""
            <opml version="2.0"><head><title>浮木 feeds</title></head><body>
              <outline text="社区"><outline text="keel">
                <outline type="rss" text="龙骨日志" xmlUrl="https://keel.example/feed" htmlUrl="https://keel.example/"
                  language="zh-CN" category="/news/daily,日本語, keel"/>
              </outline></outline>
            </body></opml>
            """);

        Assert.Equal(("https://keel.example/feed", "龙骨日志", "zh-CN"), (feed.Url, feed.Title, feed.Language));
        Assert.Equal(["社区", "keel", "news/daily", "日本語"], feed.Tags);
        Assert.Equal("https://keel.example/", feed.HomeUrl);
        Assert.Equal(3, feed.Line);
    }

    [Fact]
    public void Title_of_the_list_is_read() =>
        Assert.Equal("浮木 feeds", Read("<opml><head><title> 浮木 \n feeds</title></head><body/></opml>").Title);

    [Theory]
    [InlineData("<outline text='a' XMLURL='https://a.example/'/>")]
    [InlineData("<outline text='a' xmlurl=' https://a.example/ '/>")]
    [InlineData("<OUTLINE title='a' xmlUrl='https://a.example/'/>")]
    [InlineData("<outline title='a' type='rss' url='https://a.example/'/>")]
    [InlineData("<outline text='' title='a' xmlUrl='https://a.example/'/>")]
    public void Programs_write_it_in_many_ways(string outline)
    {
        var feed = Only($"<opml><body>{outline}</body></opml>");

        Assert.Equal(("https://a.example/", "a"), (feed.Url, feed.Title));
    }

    [Theory]
    [InlineData("<outline text='a' type='link' url='https://a.example/'/>")]
    [InlineData("<outline text='a' type='include' url='https://a.example/list.opml'/>")]
    [InlineData("<outline text='a' xmlUrl='  '/>")]
    [InlineData("<outline text='a' xmlUrl='https://a.example/' isComment='true'/>")]
    [InlineData("<outline text='a' isComment='true'><outline text='b' xmlUrl='https://a.example/'/></outline>")]
    public void What_is_no_feed_is_passed_over(string outline) =>
        Assert.Empty(Read($"<opml><body>{outline}</body></opml>").Feeds);

    [Fact]
    public void Entities_and_stray_ampersands_are_read_round()
    {
        var feed = Only("<opml><body><outline text='caf&eacute;&nbsp;&amp; tea' xmlUrl='https://a.example/?a=1&b=2'/>"
            + "</body></opml>");

        Assert.Equal(("café & tea", "https://a.example/?a=1&b=2"), (feed.Title, feed.Url));
    }

    [Fact]
    public void Feed_in_two_folders_is_one_with_both_tags()
    {
        var feed = Only("<opml><body><outline text='x'><outline xmlUrl='https://a.example/'/></outline>"
            + "<outline text='y'><outline text='A' xmlUrl='https://a.example/'/></outline></body></opml>");

        Assert.Equal("A", feed.Title);
        Assert.Equal(["x", "y"], feed.Tags);
    }

    [Fact]
    public void Folder_ends_where_it_is_closed()
    {
        var feeds = Read("<opml><body><outline text='x'><outline xmlUrl='https://a.example/'></outline></outline>"
            + "<outline xmlUrl='https://b.example/'/><outline text='z'/><outline xmlUrl='https://c.example/'/>"
            + "</body></opml>").Feeds;

        Assert.Equal(["x"], feeds[0].Tags);
        Assert.Empty(feeds[1].Tags);
        Assert.Empty(feeds[2].Tags);
    }

    [Theory]
    [InlineData("gb18030", "<?xml version='1.0' encoding='gb2312'?>")]
    [InlineData("shift_jis", "<?xml version='1.0' encoding='Shift_JIS'?>")]
    [InlineData("utf-16", "<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("utf-8", "\uFEFF<?xml version='1.0'?>")]
    public void Charset_is_found(string charset, string declaration)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        var text = $"{declaration}<opml><body><outline text='東京' xmlUrl='https://a.example/'/></body></opml>";
        var result = Assert.IsType<OpmlReadResult.Read>(
            OpmlReader.Read((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)], null));

        Assert.Equal("東京", Assert.Single(result.Document.Feeds).Title);
    }

    [Fact]
    public void Outline_that_is_never_closed_is_told()
    {
        var result = Assert.IsType<OpmlReadResult.Read>(Bytes(
            "<opml><body>\n<outline xmlUrl='https://a.example/'/>\n<outline xmlUrl='https://b.example/'></body>"));

        Assert.Equal(2, result.Document.Feeds.Count);
        Assert.Equal(["line 3: the outline is never closed"], result.Warnings);
    }

    [Theory]
    [InlineData("", "line 1: the document is empty")]
    [InlineData("hello", "line 1: no XML, so no OPML")]
    [InlineData("\n<rss version='2.0'/>", "line 2: <rss> and not <opml>: a list of feeds was expected")]
    public void What_is_no_list_is_told(string text, string reason) =>
        Assert.Equal(reason, Assert.IsType<OpmlReadResult.NotOpml>(Bytes(text)).Reason);

    [Fact]
    public void Thousands_of_feeds_are_read()
    {
        var outlines = Enumerable.Range(0, 20_000).Select(i => $"<outline text='{i}' xmlUrl='https://a.example/{i}'/>");

        Assert.Equal(20_000, Read($"<opml><body>{string.Concat(outlines)}</body></opml>").Feeds.Count);
    }

    [Theory]
    [InlineData("<outline text='x'>", 50_000)]
    [InlineData("<outline xmlUrl='https://a.example/'>", 30_000)]
    [InlineData("<outline", 100_000)]
    [InlineData("&lol;", 100_000)]
    public void Nothing_deep_or_wide_overflows(string piece, int times)
    {
        var text = new StringBuilder("<!DOCTYPE o [<!ENTITY lol \"&lol;\">]><opml><body>")
            .Insert(0, "").Append(string.Concat(Enumerable.Repeat(piece, times)));

        Assert.NotNull(OpmlReader.Read(Encoding.UTF8.GetBytes(text.ToString()), null));
    }

    [Fact]
    public void No_bytes_make_it_throw() => Prop.ForAll<byte[], string>((bytes, text) =>
        OpmlReader.Read(bytes, null) is not null
        && Bytes($"<opml><body><outline {text} xmlUrl='x'>{text}") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_is_read_back()
    {
        var written = new OpmlDocument
        {
            Title = "浮木 <feeds>",
            Feeds =
            [
                new OpmlFeed
                {
                    Url = "https://keel.example/feed?a=1&b=2",
                    Title = "龙骨 \"日志\" & 'more'",
                    HomeUrl = "https://keel.example/",
                    Language = "zh-CN",
                    Tags = ["keel", "日本語 b"],
                },
                new OpmlFeed { Url = "https://sail.example/feed" },
            ],
        };

        var read = Assert.IsType<OpmlReadResult.Read>(OpmlReader.Read(OpmlWriter.Write(written), null));

        Assert.Empty(read.Warnings);
        Assert.Equal(written.Title, read.Document.Title);
        Assert.Equal(
            written.Feeds[0] with { Tags = [] }, read.Document.Feeds[0] with { Tags = [], Line = 0 });
        Assert.Equal(written.Feeds[0].Tags, read.Document.Feeds[0].Tags);
        Assert.Equal("https://sail.example/feed", read.Document.Feeds[1].Title);
    }

    [Fact]
    public void Address_that_nobody_could_follow_is_not_written()
    {
        var bytes = OpmlWriter.Write(new OpmlDocument { Feeds = [new OpmlFeed { Url = "feeds/local.xml" }] });

        Assert.DoesNotContain("outline", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    private static OpmlFeed Only(string text) => Assert.Single(Read(text).Feeds);

    private static OpmlDocument Read(string text) => Assert.IsType<OpmlReadResult.Read>(Bytes(text)).Document;

    private static OpmlReadResult Bytes(string text) => OpmlReader.Read(Encoding.UTF8.GetBytes(text), null);
}
