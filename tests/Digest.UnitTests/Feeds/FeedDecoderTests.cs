using System.Text;
using Digest.Feeds;
using Xunit;

namespace Digest.UnitTests.Feeds;

public sealed class FeedDecoderTests
{
    [Theory]
    [InlineData("gb2312", "gb18030", "朱镕基")]
    [InlineData("GBK", "gb18030", "社区动态")]
    [InlineData("big5", "big5", "社區動態")]
    [InlineData("Shift_JIS", "shift_jis", "日本語")]
    [InlineData("euc-jp", "euc-jp", "日本語")]
    [InlineData("windows-1252", "windows-1252", "naïve €")]
    [InlineData("koi8-r", "koi8-r", "привет")]
    public void Charset_of_the_declaration_is_read(string declared, string real, string title)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(real)!.GetBytes(Feed(declared, title));

        Assert.Equal(title, TitleOf(bytes, contentType: null));
    }

    [Fact]
    public void Charset_of_the_transport_goes_before_the_declaration()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Feed("utf-8", "社区"));

        Assert.Equal("社区", TitleOf(bytes, "text/xml; charset=\"gbk\""));
    }

    [Fact]
    public void Byte_order_mark_goes_before_everything()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Feed("utf-8", "社区"))).ToArray();

        Assert.Equal("社区", TitleOf(bytes, "text/xml; charset=gbk"));
    }

    [Theory]
    [InlineData("application/rss+xml; charset=iso-8859-1")]
    [InlineData("text/xml; charset=us-ascii")]
    [InlineData("text/xml; charset=no-such-charset")]
    public void Wrong_charset_of_the_transport_is_noticed(string contentType)
    {
        Assert.Equal("社区", TitleOf(Encoding.UTF8.GetBytes(Feed("utf-8", "社区")), contentType));
    }

    [Fact]
    public void Bytes_that_fit_nothing_are_replaced_with_a_warning()
    {
        byte[] bytes = [.. "<rss><channel><title>a"u8, 0xFF, .. "b</title></channel></rss>"u8];

        var read = Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, null, null));

        Assert.Equal("a\uFFFDb", read.Feed.Title);
        Assert.Contains(read.Warnings, warning => warning.Contains("not valid UTF-8", StringComparison.Ordinal));
    }

    private static string Feed(string encoding, string title) =>
        $"<?xml version='1.0' encoding='{encoding}'?><rss><channel><title>{title}</title></channel></rss>";

    private static string TitleOf(byte[] bytes, string? contentType) =>
        Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, contentType, null)).Feed.Title;
}
