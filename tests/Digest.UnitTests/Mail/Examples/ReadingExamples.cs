using System.Text;
using Digest.Mail.Bounces;
using Digest.Mail.Mime;
using Digest.Mail.Mime.Reading;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Examples;

/// <summary>The examples of docs/mail.md, word for word, about reading.</summary>
public sealed class ReadingExamples
{
    [Fact]
    public void A_mail_is_read()
    {
        var octets = MimeWriter.Write(Some.MailMessage("第六期") with
        {
            Attachments = [new Attachment("図.pdf", "application/pdf", new byte[] { 1, 2 })],
        });
        var mail = MimeReader.Read(octets);
        var subject = mail.Headers["Subject"];
        var from = mail.Headers.Mailboxes("From")[0];
        var plain = mail.Descendants().First(part => part.ContentType.MediaType == "text/plain").DecodeText();
        var files = mail.Descendants().Where(part => part.Disposition == "attachment")
            .Select(part => (part.FileName, Octets: part.DecodeBody()));

        Assert.Equal(("第六期", "社区动态", "你好\r\n"), (subject, from.Name, plain));
        var file = Assert.Single(files);
        Assert.Equal(("図.pdf", 2), (file.FileName, file.Octets.Length));
    }

    [Fact]
    public void A_mail_that_came_back_is_told_apart()
    {
        var removed = new List<string>();
        var octets = Encoding.ASCII.GetBytes(
            "From: MAILER-DAEMON@mx.example\nSubject: failed\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nSorry.\n"
            + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
            + "Final-Recipient: rfc822; gone@example.com\nAction: failed\nStatus: 5.1.1\n\n--b--\n");
        if (BounceReader.Read(MimeReader.Read(octets)) is BounceReading.DeliveryReport report)
        {
            foreach (var recipient in report.Recipients)
            {
                if (recipient.Class == BounceClass.Hard)
                    removed.Add(recipient.Address);
            }
        }

        Assert.Equal(["gone@example.com"], removed);
    }

    [Fact]
    public void The_envelope_sender_tells_which_mail_came_back()
    {
        var key = new byte[32];
        var paths = new ReturnPath(EmailAddress.Parse("bounce@bounces.news.example"), [key]);
        var sender = paths.Mint(4711);
        var reading = paths.Read(sender.Value);

        Assert.Equal(new ReturnPathReading.Genuine(4711), reading);
    }
}
