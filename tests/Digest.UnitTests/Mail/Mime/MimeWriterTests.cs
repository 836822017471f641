using System.Buffers;
using System.Globalization;
using System.Text;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Mime;

public sealed class MimeWriterTests
{
    [Fact]
    public void A_mail_has_its_fields_and_the_plain_part_first()
    {
        var text = Write(Some.MailMessage());

        Assert.StartsWith("From: =?utf-8?B?56S+5Yy65Yqo5oCB?= <weekly@news.example>\r\n", text);
        Assert.Contains("\r\nDate: Fri, 13 Nov 2026 18:00:00 +0800\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nMessage-ID: <a1.6@news.example>\r\n", text, StringComparison.Ordinal);
        Assert.True(
            text.IndexOf("text/plain", StringComparison.Ordinal) < text.IndexOf("text/html", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("zh-TW")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_culture_changes_nothing(string culture)
    {
        var expected = Write(Some.MailMessage());
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Write(Some.MailMessage()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_octet_is_7_bit_and_every_line_ends_in_crlf()
    {
        var octets = MimeWriter.Write(Some.MailMessage(new string('社', 1000)) with { Text = "a\rb\nc\r\nd\0e" });
        var lines = Encoding.ASCII.GetString(octets).Split("\r\n");

        Assert.DoesNotContain(octets, octet => octet > 0x7F || octet == 0);
        Assert.All(lines, line => Assert.False(line.Contains('\r') || line.Contains('\n')));
        Assert.All(lines, line => Assert.True(line.Length <= 78));
    }

    [Fact]
    public void Header_lines_never_start_with_an_empty_field_or_a_white_continuation()
    {
        var text = Write(Some.MailMessage(string.Concat(Enumerable.Repeat("word ", 60)) + "end"));
        var header = text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");

        Assert.All(header, line => Assert.False(line.EndsWith(':') || string.IsNullOrWhiteSpace(line)));
        Assert.All(header, line => Assert.True(line.Length <= 76));
    }

    [Fact]
    public void Folding_keeps_every_space_of_a_plain_subject()
    {
        var subject = string.Concat(Enumerable.Repeat("two  spaces ", 20)).Trim();
        var text = Write(Some.MailMessage(subject)).Replace("\r\n ", " ", StringComparison.Ordinal);

        Assert.Contains($"Subject: {subject}\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_uri_is_never_folded()
    {
        var uri = "<https://news.example/unsubscribe/" + new string('a', 300) + ">";
        var text = Write(Some.MailMessage() with { Headers = [HeaderField.Structured("List-Unsubscribe", uri)] });

        Assert.Contains($"\r\nList-Unsubscribe: {uri}\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Subject")]
    [InlineData("from")]
    [InlineData("Cc")]
    [InlineData("Bcc")]
    [InlineData("References")]
    [InlineData("Content-Type")]
    public void A_field_of_the_message_itself_cannot_be_added_twice(string name)
    {
        var message = Some.MailMessage() with { Headers = [HeaderField.Unstructured(name, "x")] };

        Assert.Throws<FormatException>(() => MimeWriter.Write(message));
    }

    [Theory]
    [InlineData("no-at-sign")]
    [InlineData("a@b>\r\nBcc: x")]
    [InlineData("a b@c")]
    [InlineData("@b")]
    [InlineData("a..b@c")]
    [InlineData("a@b@c")]
    [InlineData("a@b,c")]
    public void A_message_id_is_one_token(string id) =>
        Assert.Throws<FormatException>(() => MimeWriter.Write(Some.MailMessage() with { MessageId = id }));

    [Theory]
    [InlineData("x\r\nBcc: evil@x.example")]
    [InlineData("x\u2028y")]
    public void Line_breaks_in_names_and_subjects_are_refused_at_the_wire(string evil)
    {
        var address = EmailAddress.Parse("a@x.example");

        Assert.Throws<FormatException>(() => MimeWriter.Write(Some.MailMessage(evil)));
        Assert.Throws<FormatException>(
            () => MimeWriter.Write(Some.MailMessage() with { To = new Mailbox(evil, address) }));
    }

    [Theory]
    [InlineData("Neil, Jr", "\"Neil, Jr\" <a@x.example>")]
    [InlineData("say \"hi\" \\", "\"say \\\"hi\\\" \\\\\" <a@x.example>")]
    [InlineData("Plain Name", "Plain Name <a@x.example>")]
    [InlineData("a@b.example", "\"a@b.example\" <a@x.example>")]
    [InlineData("", "a@x.example")]
    public void Names_are_bare_or_quoted(string name, string expected)
    {
        var to = new Mailbox(name, EmailAddress.Parse("a@x.example"));

        var text = Write(Some.MailMessage() with { To = to });
        Assert.Contains($"\r\nTo: {expected}\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain ascii text, and nothing else", "quoted-printable")]
    [InlineData("les données de la semaine sont là", "quoted-printable")]
    [InlineData("今週の動きをお届けします", "base64")]
    public void The_encoding_follows_the_content(string body, string expected)
    {
        var text = Write(Some.MailMessage() with { Text = body, Html = null });

        Assert.Contains($"Content-Transfer-Encoding: {expected}\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("multipart", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mailboxes_stand_in_one_field_and_none_writes_no_field()
    {
        var text = Write(Some.MailMessage() with
        {
            To = [Some.Mailbox("a@x.example", "Neil, Jr"), Some.Mailbox("b@x.example")],
            Cc = Some.Mailbox("c@x.example"),
            Sender = Some.Mailbox("robot@x.example"),
        });

        Assert.Contains("\r\nTo: \"Neil, Jr\" <a@x.example>, b@x.example\r\nCc: c@x.example\r\n", text);
        Assert.Contains("\r\nSender: robot@x.example\r\n", text);
        Assert.DoesNotContain("\r\nTo:", Write(Some.MailMessage() with { To = [] }));
    }

    [Fact]
    public void An_answer_names_its_thread()
    {
        var text = Write(Some.MailMessage() with { InReplyTo = "2@x.example", References = ["1@x", "2@x.example"] });

        Assert.Contains("\r\nIn-Reply-To: <2@x.example>\r\nReferences: <1@x> <2@x.example>\r\n", text);
    }

    [Fact]
    public void A_long_list_of_mailboxes_is_folded_between_them()
    {
        var text = Write(Some.MailMessage() with
        {
            To = [.. Enumerable.Range(0, 50).Select(i => Some.Mailbox($"reader{i}@example.com"))],
        });

        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 76));
        Assert.Contains("reader49@example.com\r\n", text);
    }

    [Fact]
    public void A_buffer_gets_the_same_octets()
    {
        var output = new ArrayBufferWriter<byte>();
        MimeWriter.Write(Some.MailMessage(), output);

        Assert.Equal(MimeWriter.Write(Some.MailMessage()), output.WrittenSpan);
    }

    private static string Write(MailMessage message) => Encoding.UTF8.GetString(MimeWriter.Write(message));
}
