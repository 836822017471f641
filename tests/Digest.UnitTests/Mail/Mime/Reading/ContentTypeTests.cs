using System.Text;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class ContentTypeTests
{
    [Theory]
    [InlineData("TEXT/HTML; charset=utf-8", "text/html")]
    [InlineData("text / html", "text/html")]
    [InlineData("text/html charset=utf-8", "text/html")]
    [InlineData("\"text/html\"", "text/html")]
    [InlineData("text", "text/plain")]
    [InlineData("/", "text/plain")]
    [InlineData("", "text/plain")]
    [InlineData("a/b/c", "text/plain")]
    public void Media_type_is_read_or_counts_as_plain_text(string value, string mediaType) =>
        Assert.Equal(mediaType, Read(value).ContentType.MediaType);

    [Theory]
    [InlineData("charset=utf-8 (a comment)", "utf-8")]
    [InlineData("charset = \"utf-8\"", "utf-8")]
    [InlineData("CHARSET=utf-8;charset=big5", "utf-8")]
    [InlineData("=;;x;charset=utf-8", "utf-8")]
    [InlineData("charset=\"utf-8", "utf-8")]
    [InlineData("charset*=us-ascii'en'utf-8", "utf-8")]
    public void Charset_is_found(string parameters, string charset) =>
        Assert.Equal(charset, Read($"text/plain; {parameters}").ContentType.Charset);

    [Theory]
    [InlineData("name=\"a \\\"b\\\".txt\"", "a \"b\".txt")]
    [InlineData("name=\"C:\\dir\\a.txt\"", "C:\\dir\\a.txt")]
    [InlineData("name=two words (1).txt; x=y", "two words (1).txt")]
    [InlineData("name*=utf-8''%E6%97%A5.txt", "日.txt")]
    [InlineData("name=plain; name*=utf-8''%e6%97%a5", "日")]
    [InlineData("name*0*=utf-8''%E6%97; name*1*=%A5; name*2=.txt", "日.txt")]
    [InlineData("name*1=b; name*0=a; name*3=lost", "ab")]
    [InlineData("name*1=a; name*2=b", "ab")]
    [InlineData("name*0*=nobody''%E6%97%A5", "日")]
    [InlineData("name*=no-quotes", "no-quotes")]
    [InlineData("name*=utf-8''%zz%4", "%zz%4")]
    [InlineData("name=\"=?iso-2022-jp?B?GyRCRnwbKEI=?=.txt\"", "日.txt")]
    [InlineData("name==?utf-8?Q?=E6=97=A5?=", "日")]
    public void File_name_is_decoded(string parameters, string name) =>
        Assert.Equal(name, Read($"application/pdf; {parameters}").FileName);

    [Fact]
    public void Name_of_the_disposition_goes_first()
    {
        var part = MimeReader.Read(
            "Content-Type: a/b; name=one\nContent-Disposition: ATTACHMENT;\n filename=two\n\n"u8.ToArray());

        Assert.Equal("attachment", part.Disposition);
        Assert.Equal("two", part.FileName);
    }

    private static MimeEntity Read(string value) =>
        MimeReader.Read(Encoding.Latin1.GetBytes($"Content-Type: {value}\r\n\r\n"));
}
