using System.Text;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Mime.Reading;

public sealed class MimeReaderTests
{
    private const string Mixed = "Content-Type: multipart/mixed; boundary=b\n\n";

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\r\n")]
    public void Parts_are_read_in_order_whatever_ends_the_lines(string end)
    {
        var text = $"Subject: x\n{Mixed}preamble\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>\n--b-- \nepilogue\n";

        var message = Read(text.Replace("\n", end, StringComparison.Ordinal));

        Assert.Equal(["text/plain", "text/html"], message.Parts.Select(part => part.ContentType.MediaType));
        Assert.Equal(["one", "<p>"], message.Parts.Select(part => part.DecodeText().Trim('\r')));
        Assert.Empty(message.Defects);
    }

    [Theory]
    [InlineData("From a@b.example Thu Nov 19 10:00:00 2026\nSubject: x\n\nbody")]
    [InlineData(">From a@b.example Thu Nov 19 10:00:00 2026\nSubject: x\n\nbody")]
    [InlineData("\n\nSubject: x\n\nbody")]
    [InlineData("Subject : x\n\nbody")]
    [InlineData("Subject:\n x\n\nbody")]
    [InlineData("this is no field\nSubject: x\n\nbody")]
    [InlineData("Received: by a\nwith b\nfor c\nSubject: x\n\nbody")]
    [InlineData("Subject: x\nbody")]
    [InlineData(" continues nothing\nSubject: x\n\nbody")]
    public void Header_is_found_although_it_is_broken(string text)
    {
        var message = Read(text);

        Assert.Equal("x", message.Headers["subject"]);
        Assert.Equal("body", message.DecodeText());
    }

    [Fact]
    public void Text_without_a_header_is_a_body() =>
        Assert.Equal("Hello,\nbye: x", Read("Hello,\nbye: x").DecodeText());

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=\"b \"\n\n--b\n\none\n--b--")]
    [InlineData("Content-Type: multipart/mixed; boundary=b; boundary=c\n\n--b\n\none\n--b--")]
    [InlineData("Content-Type: multipart/mixed\n\n--b\nContent-Type: a/b\n\none\n--b--")]
    [InlineData("Content-Type: multipart/mixed; boundary=c\n\n--b\nContent-Type: a/b\n\none\n--b--")]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n--bb\n--b\n\none")]
    [InlineData("Content-Type: multipart/mixed boundary=b\n\n--b\n\none\n--b--")]
    [InlineData("Content-Type: multipart/mixed;\n\tboundary=b (a comment)\n\n--b\t\n\none\n--b--")]
    public void Part_is_found_although_the_boundary_is_broken(string text) =>
        Assert.Equal(["one"], Read(text).Parts.Select(part => part.DecodeText()));

    [Fact]
    public void Outer_boundary_ends_an_inner_multipart_that_is_not_closed()
    {
        var message = Read(
            $"{Mixed}--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--b--\n");

        Assert.Equal(["multipart/alternative", "text/plain"], message.Parts.Select(part => part.ContentType.MediaType));
        Assert.Equal("one", Assert.Single(message.Parts[0].Parts).DecodeText());
        Assert.Single(message.Parts[0].Defects);
    }

    [Fact]
    public void Inner_multipart_may_have_the_boundary_of_the_outer()
    {
        var message = Read($"{Mixed}--b\n{Mixed}--b\n\none\n--b--\n--b\n\ntwo\n--b--\n");

        Assert.Equal("one", Assert.Single(message.Parts[0].Parts).DecodeText());
        Assert.Equal("two", message.Parts[1].DecodeText());
    }

    [Fact]
    public void Header_that_runs_into_the_boundary_has_an_empty_body()
    {
        var message = Read($"{Mixed}--b\nContent-Type: text/html\n--b\n\ntwo\n--b--\n");

        Assert.Equal(["", "two"], message.Parts.Select(part => part.DecodeText()));
    }

    [Theory]
    [InlineData("Content-Type: message/rfc822\n\nSubject: inner\n\ntext")]
    [InlineData("Content-Type: message/global\n\n\nSubject: inner\n\ntext")]
    [InlineData("Content-Type: text/rfc822-headers\n\nSubject: inner\n")]
    [InlineData("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW5uZXIKCnRleHQ=")]
    [InlineData("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nSubject: inner\n\ntext")]
    [InlineData("Content-Type: message/rfc822\nContent-Transfer-Encoding: quoted-printable\n\nSubject: in=\nner\n")]
    public void Attached_message_is_opened(string text) =>
        Assert.Equal("inner", Read(text).Message?.Headers["Subject"]);

    [Fact]
    public void Part_of_a_digest_is_a_message()
    {
        var message = Read("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: inner\n\ntext\n--b--\n");

        Assert.Equal("inner", Assert.Single(message.Parts).Message?.Headers["Subject"]);
        Assert.Equal(3, message.Descendants().Count());
    }

    [Fact]
    public void Rest_of_a_line_that_was_left_out_does_not_go_to_the_field_before()
    {
        var message = Read("Subject: a\nno field\n b\nFrom: x@y\n\ntext");

        Assert.Equal(("a", "x@y"), (message.Headers["Subject"], message.Headers["From"]));
    }

    [Fact]
    public void Groups_of_fields_in_a_report_are_read_apart()
    {
        var groups = MimeReader.ReadFieldGroups(Encoding.UTF8.GetBytes(
            "\nReporting-MTA: dns; a\n\n\nFinal-Recipient: rfc822; x@y\nno field\nStatus:\n 5.1.1\n\nAction: failed"));

        Assert.Equal(["dns; a"], groups[0].All("reporting-mta"));
        Assert.Equal("5.1.1", groups[1]["Status"]);
        Assert.Equal("failed", groups[2]["Action"]);
    }

    private static MimeEntity Read(string text) => MimeReader.Read(Encoding.Latin1.GetBytes(text));
}
