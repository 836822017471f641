using System.Text;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class AttachmentTests
{
    [Theory]
    [InlineData("application/pdf", "%PDF", "application/pdf")]
    [InlineData("text/csv", "a,b\r\nc,d\r\n", "text/csv; charset=utf-8")]
    [InlineData("text/csv", "社区,动态\n", "text/csv; charset=utf-8")]
    public void Files_are_in_base64_and_text_says_its_charset(string type, string content, string expected)
    {
        var octets = Encoding.UTF8.GetBytes(content);
        var text = Write(new Attachment("a.x", type, octets));

        Assert.Contains($"Content-Type: {expected}\r\nContent-Disposition: attachment; filename=\"a.x\"\r\n", text);
        Assert.Contains($"-Encoding: base64\r\n\r\n{Convert.ToBase64String(octets)}\r\n", text);
    }

    [Fact]
    public void Text_in_an_unknown_charset_claims_none()
    {
        var text = Write(new Attachment("a.csv", "text/csv", new byte[] { 0x82, 0xA0 }));

        Assert.Contains("Content-Type: text/csv\r\n", text);
    }

    [Fact]
    public void A_mail_inside_a_mail_stands_as_it_is_with_crlf()
    {
        var text = Write(new Attachment("a.eml", "message/rfc822", "Subject: x\n\nhi\n"u8.ToArray()));

        Assert.Contains("Content-Transfer-Encoding: 7bit\r\n\r\nSubject: x\r\n\r\nhi\r\n\r\n--", text);
    }

    [Theory]
    [InlineData("Subject: 社\r\n\r\n")]
    [InlineData("Subject: a\0\r\n\r\n")]
    public void A_mail_inside_a_mail_must_be_7_bit(string content) => Assert.Throws<FormatException>(
        () => new Attachment("a.eml", "message/rfc822", Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void A_mail_inside_a_mail_has_no_line_longer_than_lines_may_be() => Assert.Throws<FormatException>(
        () => new Attachment("a.eml", "Message/RFC822", Encoding.ASCII.GetBytes("x\r\n" + new string('a', 999))));

    [Theory]
    [InlineData("image")]
    [InlineData("image/")]
    [InlineData("image/png/x")]
    [InlineData("image/png; name=x")]
    [InlineData("im age/png")]
    [InlineData("multipart/mixed")]
    public void A_media_type_is_two_tokens_and_no_multipart(string type) =>
        Assert.Throws<FormatException>(() => new Attachment("a", type, default));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("../a")]
    [InlineData("c:\\a")]
    [InlineData("invoice\u202Egpj.exe")]
    public void A_file_name_is_a_name_that_shows_what_it_says(string name) =>
        Assert.Throws<FormatException>(() => new Attachment(name, "image/png", default));

    [Fact]
    public void A_mail_is_no_inline_part() =>
        Assert.Throws<FormatException>(() => new InlinePart("a@b", "message/rfc822", default));

    private static string Write(Attachment file) =>
        Encoding.UTF8.GetString(MimeWriter.Write(Some.MailMessage() with { Attachments = [file] }));
}
