using System.Text;
using Digest.Markup;
using Xunit;

namespace Digest.UnitTests.Markup;

public sealed class WebDocumentTests
{
    [Theory]
    [InlineData("gb18030", "text/html; charset=gb2312", "<p>浮木周报</p>")]
    [InlineData("shift_jis", "text/html", "<meta charset=\"Shift_JIS\"><p>流木通信</p>")]
    [InlineData("big5", null, "<meta http-equiv='Content-Type' content='text/html; charset=big5'><p>浮木週報</p>")]
    [InlineData("gb18030", null, "<p>浮木周报</p>")]
    [InlineData("utf-8", "text/html; charset=ISO-8859-1", "<p>浮木周报</p>")]
    [InlineData("utf-8", "text/html; charset=no-such", "<p>浮木周报</p>")]
    public void Charset_is_taken_from_the_header_the_page_or_the_bytes(string real, string? header, string html)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(real) ?? Encoding.UTF8;

        Assert.Equal(html, WebDocument.Decode(encoding.GetBytes(html), header));
    }

    [Fact]
    public void Page_built_to_take_forever_is_given_up()
    {
        var html = string.Concat(Enumerable.Repeat("<b>", 100_000));

        Assert.Null(WebDocument.Parse(Encoding.UTF8.GetBytes(html), null));
    }
}
