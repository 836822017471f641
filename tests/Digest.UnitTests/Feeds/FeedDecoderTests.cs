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

    [Theory]
    [InlineData("text/xml; charset=utf-8")]
    [InlineData("text/xml; charset=iso-8859-1")]
    public void Escapes_of_the_charset_declared_go_before_a_transport_that_says_another(string contentType)
    {
        var japanese = CodePagesEncodingProvider.Instance.GetEncoding("iso-2022-jp")!;
        var bytes = japanese.GetBytes(Feed("iso-2022-jp", "流木だより"));

        Assert.Equal("流木だより", TitleOf(bytes, contentType));
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
    public void Damaged_utf_8_is_read_with_its_holes_and_a_warning()
    {
        byte[] bytes = [.. "<rss><channel><title>浮木社区动态第一期周报"u8, 0xFF, .. "b</title></channel></rss>"u8];

        var read = Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, null, null));

        Assert.Equal("浮木社区动态第一期周报\uFFFDb", read.Feed.Title);
        Assert.Contains(read.Warnings, warning => warning.Contains("not valid UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("euc-kr", "浮木 동호회 소식")]
    [InlineData("iso-2022-jp", "日本語のお知らせ")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("utf-16", "社区")]
    public void More_charsets_of_the_declaration_are_read(string declared, string title)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(declared) ?? Encoding.GetEncoding(declared);

        Assert.Equal(title, TitleOf(encoding.GetBytes(Feed(declared, title)), contentType: null));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Wide_text_is_known_without_a_mark(string name)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes("<rss><channel><title>浮木</title></channel></rss>");

        Assert.Equal("浮木", TitleOf(bytes, "text/xml; charset=utf-8"));
    }

    [Theory]
    [InlineData("gb18030", "浮木社区动态第一期：船锚与龙骨的新版本发布了，欢迎大家试用。")]
    [InlineData("big5", "浮木社區動態第一期：船錨與龍骨的新版本發布了，歡迎大家試用。")]
    [InlineData("shift_jis", "流木コミュニティの第一号をお届けします。新しい錨の版が出ました。")]
    [InlineData("euc-jp", "流木コミュニティの第一号をお届けします。新しい錨の版が出ました。")]
    [InlineData("euc-kr", "부목 공동체 소식 제일호를 보내드립니다. 새로운 닻이 나왔습니다.")]
    [InlineData("windows-1251", "Новости общины плавника, выпуск первый: вышел новый якорь.")]
    [InlineData("koi8-r", "Новости общины плавника, выпуск первый: вышел новый якорь.")]
    [InlineData("windows-1252", "Nouvelles de la communauté, première édition : voilà l’ancre à 5 €.")]
    public void Charset_that_nobody_states_is_known_by_its_bytes(string real, string title)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(real)!.GetBytes(Feed("x-none", title));

        Assert.Equal(title, TitleOf(bytes, "text/xml; charset=utf-8"));
    }

    [Fact]
    public void Utf_8_that_calls_itself_chinese_is_utf_8()
    {
        var bytes = Encoding.UTF8.GetBytes(Feed("gbk", "社区动态第一期"));

        Assert.Equal("社区动态第一期", TitleOf(bytes, "text/xml; charset=gb2312"));
    }

    private static string Feed(string encoding, string title) =>
        $"<?xml version='1.0' encoding='{encoding}'?><rss><channel><title>{title}</title></channel></rss>";

    private static string TitleOf(byte[] bytes, string? contentType) =>
        Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, contentType, null)).Feed.Title;
}
