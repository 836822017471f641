using System.Text;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

/// <summary>Reports that keep to RFC 3464 in spirit only.</summary>
public sealed class OddReportTests
{
    private const string Status = "message/delivery-status";

    [Theory]
    [InlineData("Final-Recipient: rfc822;<gone@h.example>\nAction: failed\nStatus: 5.1.1")]
    [InlineData("Final-Recipient: gone@h.example\nAction: failed\nStatus: 5.1.1")]
    [InlineData("Final-Recipient: RFC822; <gone@h.example> (Gone)\nAction: failed\nStatus: 5.1.1")]
    [InlineData("Final-Recipient: rfc822;gone@h.example\nStatus: 5.1.1 (bad destination mailbox address)")]
    [InlineData("Final-Recipient: rfc822;gone@h.example\nAction: failed (given up)\nStatus:5.1.1")]
    [InlineData("final-recipient: rfc822;gone@h.example\naction: FAILED\nstatus: 5.1.1")]
    [InlineData(
        "Final-Recipient: rfc822;gone@h.example"
        + "\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550\n 5.1.1\n User\n unknown")]
    [InlineData(
        "Final-Recipient: rfc822;gone@h.example"
        + "\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 User unknown\nin the table")]
    [InlineData(
        "Final-Recipient: rfc822;gone@h.example"
        + "\nAction: failed\nDiagnostic-Code: X-Notes; User not listed in public Name & Address Book")]
    [InlineData(
        "Original-Recipient: rfc822;gone@h.example\nFinal-Recipient: x400; /RFC-822=gone(a)h/C=WW/"
        + "\nAction: failed\nStatus: 5.1.1")]
    [InlineData(
        "Final-Recipient: rfc822;gone@h.example\nFinal-Recipient: rfc822;gone@h.example"
        + "\nAction: failed\nStatus: 5.1.1")]
    public void A_field_that_is_written_oddly_is_read(string fields)
    {
        var one = Assert.Single(Read(Report(Status, fields)).Recipients);

        Assert.Equal(("gone@h.example", BounceClass.Hard), (one.Address, one.Class));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/plain; charset=utf-8; name=\"details.txt\"")]
    [InlineData("message/delivery-status; charset=UFT-8")]
    [InlineData("message/DELIVERY-STATUS")]
    public void Fields_are_found_under_another_type(string type) => Assert.Equal(
        "gone@h.example", Assert.Single(Read(Report(type, Fields("gone@h.example"))).Recipients).Address);

    [Fact]
    public void Fields_in_base64_are_read()
    {
        var coded = Convert.ToBase64String(Encoding.ASCII.GetBytes(
            "Reporting-MTA: dns; a\r\n\r\n" + Fields("gone@h.example")));

        var report = Read(Mail($"Content-Type: {Status}\nContent-Transfer-Encoding: base64\n\n{coded}"));

        Assert.Equal("gone@h.example", Assert.Single(report.Recipients).Address);
    }

    [Fact]
    public void Only_the_reader_who_was_not_reached_failed()
    {
        var report = Read(Report(
            Status,
            $"{Fields("gone@h.example")}\n\nFinal-Recipient: rfc822;there@h.example\nAction: relayed\nStatus: 2.0.0"));

        Assert.Equal([BounceClass.Hard, BounceClass.None], report.Recipients.Select(one => one.Class));
    }

    [Fact]
    public void A_report_with_headers_alone_names_the_letter() => Assert.Equal(
        "1@letters.example",
        Read(Mail(
            $"Content-Type: {Status}\n\n{Fields("gone@h.example")}\n\n--b\nContent-Type: text/rfc822-headers\n\n"
            + "Message-ID: <1@letters.example>\n")).Returned.MessageId);

    [Fact]
    public void A_crowd_of_readers_is_cut() => Assert.Equal(
        100,
        Read(Report(Status, string.Join("\n\n", Enumerable.Range(0, 5000).Select(n => Fields($"r{n}@h.example")))))
            .Recipients.Count);

    private static BounceReading.DeliveryReport Read(string mail) => Assert.IsType<BounceReading.DeliveryReport>(
        BounceReader.Read(MimeReader.Read(Encoding.UTF8.GetBytes(mail))));

    private static string Fields(string address) =>
        $"Final-Recipient: rfc822;{address}\nAction: failed\nStatus: 5.1.1";

    private static string Report(string type, string fields) =>
        Mail($"Content-Type: {type}\n\nReporting-MTA: dns; a\n\n{fields}");

    private static string Mail(string part) =>
        $"""
        From: MAILER-DAEMON@mx.host.example
        Subject: Undelivered Mail
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b

        It could not be delivered.
        --b
        {part}
        --b--
        """;
}
