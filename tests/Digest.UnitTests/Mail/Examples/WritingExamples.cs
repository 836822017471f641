using System.Text;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Examples;

/// <summary>The examples of docs/mail.md, word for word, about writing.</summary>
public sealed class WritingExamples
{
    [Fact]
    public void A_mail_is_written()
    {
        var clock = new TestClock();
        var mail = new MailMessage
        {
            From = new Mailbox("社区动态", EmailAddress.Parse("weekly@news.example")),
            To = new Mailbox("Neil, Jr", EmailAddress.Parse("reader@example.com")),
            Subject = "社区动态第六期 👩‍👩‍👧‍👦",
            Date = clock.GetUtcNow(),
            MessageId = "6.1@news.example",
            Text = "你好\n",
            Html = "<p>你好</p>",
        };
        byte[] octets = MimeWriter.Write(mail);

        Assert.Contains("\r\nTo: \"Neil, Jr\" <reader@example.com>\r\n", Encoding.ASCII.GetString(octets));
    }

    [Fact]
    public void An_answer_has_several_recipients_and_a_thread()
    {
        var mail = Some.MailMessage();
        var (reader, editor, archive) = (Some.Mailbox(), Some.Mailbox("b@x.example"), Some.Mailbox("c@x.example"));
        var answer = mail with
        {
            To = [reader, editor],
            Cc = archive,
            InReplyTo = "5.1@lists.example",
            References = ["1.1@lists.example", "5.1@lists.example"],
            Headers = [HeaderField.Structured("List-Unsubscribe", "<https://news.example/u/1>")],
        };

        Assert.Contains("\r\nTo: reader@example.com, b@x.example\r\n", Write(answer));
    }

    [Fact]
    public void Images_and_files_go_with_a_mail()
    {
        var mail = Some.MailMessage();
        byte[] image = [1, 2, 3], pdf = [4, 5, 6];
        var logo = new InlinePart("logo@news.example", "image/png", image);
        var withFiles = mail with
        {
            Html = $"<p>你好</p><img src=\"{logo.Url}\" alt=\"Digest\">",
            Inline = [logo],
            Attachments = [new Attachment("第六期の図.pdf", "application/pdf", pdf)],
        };

        Assert.Contains("filename*=UTF-8''%E7%AC%AC", Write(withFiles));
    }

    [Fact]
    public void An_address_from_outside_is_read()
    {
        if (!Mailbox.TryParse("\"Neil, Jr\" <reader@example.com>", out var mailbox, out var reason))
            throw new InvalidOperationException($"The address {reason}");

        Assert.Equal("Neil, Jr", mailbox.Name);
    }

    private static string Write(MailMessage mail) => Encoding.ASCII.GetString(MimeWriter.Write(mail));
}
