using System.Text;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

public sealed class DeliveryStatusTests
{
    [Fact]
    public void A_report_on_any_number_of_readers_reads_back() => Prop.ForAll<PositiveInt, bool>((count, isUnix) =>
        {
            var addresses = Enumerable.Range(0, Math.Min(count.Get, 100)).Select(n => $"r{n}@host.example").ToList();
            var groups = addresses.Select(
                address => $"Final-Recipient: rfc822;{address}\nAction: failed\nStatus: 5.1.1");
            var text = Report(string.Join("\n\n", groups.Prepend("Reporting-MTA: dns; mx.host.example")));

            var report = Delivery(isUnix ? text : text.ReplaceLineEndings("\r\n"));

            Assert.Equal(addresses, report.Recipients.Select(one => one.Address));
            Assert.All(report.Recipients, one => Assert.Equal(BounceClass.Hard, one.Class));
            Assert.Equal("mx.host.example", report.ReportingMta);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void The_address_that_was_written_to_comes_before_the_one_it_led_to()
    {
        var one = Assert.Single(Delivery(Report(
            """
            Original-Envelope-Id: E1

            Original-Recipient: rfc822;reader@host.example
            Final-Recipient: rfc822;moved@other.example
            Action: failed
            Status: 5.2.2 (mailbox full)
            """)).Recipients);

        Assert.Equal(("reader@host.example", "moved@other.example"), (one.Address, one.FinalAddress));
        Assert.Equal((BounceClass.Soft, "5.2.2"), (one.Class, one.Code.ToString()));
    }

    [Theory]
    [InlineData("delayed", "4.4.1", BounceAction.Delayed, BounceClass.Soft)]
    [InlineData("delivered", "2.0.0", BounceAction.Delivered, BounceClass.None)]
    [InlineData("relayed", "2.0.0", BounceAction.Relayed, BounceClass.None)]
    [InlineData("expanded", "2.0.0", BounceAction.Expanded, BounceClass.None)]
    [InlineData("failed", "4.4.7", BounceAction.Failed, BounceClass.Soft)]
    public void The_action_decides_whether_anything_failed(
        string action, string status, BounceAction expected, BounceClass meaning)
    {
        var one = Assert.Single(Delivery(Report(
            $"Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822;r@h.example\nAction: {action}\nStatus: {status}"))
            .Recipients);

        Assert.Equal((expected, meaning), (one.Action, one.Class));
    }

    [Fact]
    public void Addresses_beyond_ascii_are_read()
    {
        var text = Report(
            """
            Reporting-MTA: dns; a

            Final-Recipient: utf-8; 读者@host.example
            Action: failed
            Status: 5.1.1

            Final-Recipient: utf-8; \x{8BFB}@host.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 无此用户
            """).Replace("message/delivery-status", "message/global-delivery-status");

        Assert.Equal(["读者@host.example", "读@host.example"], Delivery(text).Recipients.Select(one => one.Address));
    }

    [Fact]
    public void A_report_within_the_returned_mail_is_not_this_report()
    {
        var inner = Report("Reporting-MTA: dns; b\n\nFinal-Recipient: rfc822;inner@h.example\nAction: failed");
        var outer = Report("Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822;outer@h.example\nAction: failed")
            .Replace("--b--", $"--b\nContent-Type: message/rfc822\n\n{inner.Replace("boundary=b", "boundary=c")
                .Replace("--b", "--c")}\n--b--");

        Assert.Equal("outer@h.example", Assert.Single(Delivery(outer).Recipients).Address);
    }

    [Fact]
    public void Evidence_is_one_bounded_line_without_controls()
    {
        var one = Assert.Single(Delivery(Report(
            $"Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822;r@h.example\nAction: failed\nStatus: 5.1.1\n"
            + $"Diagnostic-Code: smtp; 550 \u001b[2J\u202Egone {new string('x', 5000)}")).Recipients);

        Assert.InRange(one.Diagnostic.Length, 1, 500);
        Assert.DoesNotContain(one.Diagnostic, c => char.IsControl(c) || c == '\u202E');
    }

    private static BounceReading.DeliveryReport Delivery(string text) => Assert.IsType<BounceReading.DeliveryReport>(
        BounceReader.Read(MimeReader.Read(Encoding.UTF8.GetBytes(text))));

    private static string Report(string fields) =>
        $"""
        From: MAILER-DAEMON@mx.host.example
        Subject: Undelivered Mail
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        It could not be delivered.
        --b
        Content-Type: message/delivery-status

        {fields}

        --b--
        """;
}
