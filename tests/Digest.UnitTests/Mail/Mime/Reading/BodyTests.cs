using System.Text;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class BodyTests
{
    [Theory]
    [InlineData("YWJj", "abc")]
    [InlineData("YW\r\nJj\r\n", "abc")]
    [InlineData("Y!W*J-j", "abc")]
    [InlineData("YWI", "ab")]
    [InlineData("YQ", "a")]
    [InlineData("YWJjZ", "abc")]
    [InlineData("YQ==\nYg==", "ab")]
    [InlineData("YQ==YWJj", "aabc")]
    [InlineData("YQ==Yg==Yw==", "abc")]
    [InlineData("YQ==\n______\nA footer of the list", "a")]
    [InlineData("====", "")]
    public void Base64_of_any_quality_is_decoded(string body, string text) =>
        Assert.Equal(text, Read("Content-Transfer-Encoding: base64", body).DecodeText());

    [Theory]
    [InlineData("a=3db", "a=b")]
    [InlineData("a=\r\nb", "ab")]
    [InlineData("a= \t\nb", "ab")]
    [InlineData("a  \r\nb\t", "a\r\nb")]
    [InlineData("a=20\nb", "a \nb")]
    [InlineData("100% =x =4", "100% =x =4")]
    [InlineData("end=", "end")]
    public void Quoted_printable_of_any_quality_is_decoded(string body, string text) =>
        Assert.Equal(text, Read("Content-Transfer-Encoding: Quoted-Printable", body).DecodeText());

    [Theory]
    [InlineData("x-uuencode", "begin 644 a.txt\n#86)C\n`\nend\n", "abc")]
    [InlineData("uuencode", "no such thing", "no such thing")]
    [InlineData("\"BASE64\"; x", "YWJj", "abc")]
    [InlineData("x-unknown", "YWJj", "YWJj")]
    public void Encoding_is_known_by_its_name(string encoding, string body, string text) =>
        Assert.Equal(text, Read($"Content-Transfer-Encoding: {encoding}", body).DecodeText());

    [Fact]
    public void Fault_of_an_encoding_is_told_once_it_was_decoded()
    {
        var message = Read("Content-Transfer-Encoding: base64", "!!");

        _ = message.DecodeBody();
        _ = message.DecodeBody();

        Assert.Single(message.Defects);
    }

    [Theory]
    [InlineData("text/plain; charset=us-ascii", "\u00C3\u00A9", "é")]
    [InlineData("text/plain; charset=nobody-knows", "\u00C3\u00A9", "é")]
    [InlineData("text/plain", "\u00E9", "é")]
    [InlineData("text/plain; charset=utf-8", "\u00EF\u00BB\u00BFa\u00FF", "a\uFFFD")]
    [InlineData("text/plain", "\u00FF\u00FEa\u0000", "a")]
    [InlineData("text/plain; charset=unicode-1-1-utf-7", "+ADw-", "+ADw-")]
    [InlineData("text/html", "<meta charset='big5'>\u00A7\u00DA", "<meta charset='big5'>我")]
    [InlineData("text/html", "<meta content=\"x; charset=koi8-r\">\u00F0", "<meta content=\"x; charset=koi8-r\">П")]
    [InlineData("text/plain", "\u001B$BF|\u001B(B", "日")]
    [InlineData("text/plain; charset=iso-2022-jp", "\u001B$BF|\nok \u001B$B", "日\nok ")]
    [InlineData("text/plain; charset=iso-2022-jp", "\u001B(I1\u001B(B", "ｱ")]
    [InlineData("text/plain; charset=iso-2022-jp-ms", "\u001B$B-!|q\u001B(B", "①ⅰ")]
    [InlineData("text/plain; charset=iso-2022-jp-2", "\u001B$(D0!\u001B(B a \u001B$A4a\u001B(B", "丂 a 瘁")]
    [InlineData("text/plain; charset=iso-2022-jp-2", "\u001B$(C<!\u001B(B\u001B.A\u001BNi\u001B.F\u001BNa", "샥éα")]
    [InlineData("text/plain; charset=iso-2022-jp", "\u001BB\u001B$B\u001B", "\u001BB\u001B")]
    [InlineData("text/plain; charset=euc-jp", "\u008F\u00B0\u00A1\u008E\u00B1\u00C6\u00FC\u00AD\u00A1", "丂ｱ日①")]
    [InlineData("text/plain; charset=euc-jp", "a\u008F\u00B0", "a\uFFFD\uFFFD")]
    [InlineData("text/plain; charset=hz-gb-2312", "a~{4a~}b", "a瘁b")]
    [InlineData("text/plain; charset=iso-2022-kr", "\u001B$)C\u000E<!\u000Fab", "샥ab")]
    public void Text_is_read_by_its_charset_or_by_what_it_looks_like(string type, string body, string text) =>
        Assert.Equal(text, Read($"Content-Type: {type}", body).DecodeText());

    [Fact]
    public void Raw_octets_in_a_report_labelled_7bit_are_kept()
    {
        var report = Read(
            "Content-Type: message/delivery-status\nContent-Transfer-Encoding: 7bit",
            "\nDiagnostic-Code: smtp; 550 \u00E7\u0084\u00A1\u00E6\u00AD\u00A4\n");

        Assert.Equal("smtp; 550 無此", MimeReader.ReadFieldGroups(report.DecodeBody())[0]["Diagnostic-Code"]);
    }

    private static MimeEntity Read(string header, string body) =>
        MimeReader.Read(Encoding.Latin1.GetBytes($"{header}\n\n{body}"));
}
