using System.Text;
using System.Text.RegularExpressions;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed partial class MailTreeTests
{
    private static readonly Attachment Pdf = new("a.pdf", "application/pdf", "%PDF"u8.ToArray());
    private static readonly InlinePart Logo = new("logo@news.example", "image/png", new byte[] { 1, 2, 3 });

    [Fact]
    public void Every_level_is_there_where_it_is_needed()
    {
        var message = Some.MailMessage() with { Attachments = [Pdf], Inline = [Logo] };

        Assert.Equal(
            [
                "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html",
                "image/png", "application/pdf",
            ],
            Types(message));
    }

    [Fact]
    public void No_level_is_there_where_it_is_not_needed()
    {
        var plain = Some.MailMessage() with { Html = null };
        var html = Some.MailMessage() with { Text = null };

        Assert.Equal(["text/plain"], Types(plain));
        Assert.Equal(["text/html"], Types(html));
        Assert.Equal(["text/plain"], Types(html with { Html = null }));
        Assert.Equal(["multipart/related", "text/html", "image/png"], Types(html with { Inline = [Logo] }));
        Assert.Equal(["multipart/mixed", "text/plain", "application/pdf"], Types(plain with { Attachments = [Pdf] }));
        Assert.Equal(
            ["multipart/mixed", "application/pdf"], Types(plain with { Text = null, Attachments = [Pdf] }));
    }

    [Fact]
    public void Related_names_the_type_of_its_root() => Assert.Contains(
        "Content-Type: multipart/related; type=\"text/html\";\r\n boundary=",
        Write(Some.MailMessage() with { Inline = [Logo] }));

    [Fact]
    public void An_inline_part_has_its_content_id_in_brackets_and_its_url_has_not()
    {
        var part = new InlinePart("a%b+c@news.example", "image/png", new byte[] { 1 });
        var text = Write(Some.MailMessage() with { Inline = [part] });

        Assert.Contains("Content-Disposition: inline\r\nContent-ID: <a%b+c@news.example>\r\n", text);
        Assert.Equal("cid:a%25b%2Bc@news.example", part.Url);
    }

    [Fact]
    public void Inline_parts_need_html_and_an_id_each()
    {
        var message = Some.MailMessage() with { Inline = [Logo, Logo] };

        Assert.Throws<FormatException>(() => MimeWriter.Write(message));
        Assert.Throws<FormatException>(() => MimeWriter.Write(message with { Inline = [Logo], Html = null }));
    }

    [Fact]
    public void Boundaries_differ_and_have_one_length()
    {
        var text = Write(Some.MailMessage() with { Attachments = [Pdf], Inline = [Logo] });
        var boundaries = Boundary().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(3, boundaries.Distinct().Count());
        Assert.Single(boundaries.Select(boundary => boundary.Length).Distinct());
    }

    [Fact]
    public void A_mail_inside_a_mail_with_the_same_boundary_makes_the_outer_one_take_another()
    {
        var inner = MimeWriter.Write(Some.MailMessage());
        var text = Write(Some.MailMessage() with { Attachments = [new("a.eml", "message/rfc822", inner)] });
        var boundaries = Boundary().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(3, boundaries.Count);
        Assert.Equal(3, boundaries.Distinct().Count());
        Assert.Contains(Encoding.ASCII.GetString(inner), text);
    }

    [Fact]
    public void A_boundary_named_in_the_text_is_not_found_there()
    {
        var boundary = Boundary().Match(Write(Some.MailMessage())).Groups[1].Value;
        var copy = Write(Some.MailMessage() with { Text = "--" + boundary });

        Assert.Equal(4, copy.Split(boundary).Length - 1);
    }

    private static IEnumerable<string> Types(MailMessage message) =>
        Type().Matches(Write(message)).Select(match => match.Groups[1].Value);

    private static string Write(MailMessage message) => Encoding.ASCII.GetString(MimeWriter.Write(message));

    [GeneratedRegex(@"^Content-Type: ([^;\r]+)", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Boundary();
}
