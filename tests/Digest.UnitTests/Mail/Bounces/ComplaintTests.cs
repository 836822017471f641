using System.Text;
using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

public sealed class ComplaintTests
{
    [Theory]
    [InlineData("abuse")]
    [InlineData("fraud")]
    [InlineData("opt-out")]
    public void A_complaint_names_the_reader_and_the_letter(string type)
    {
        var complaint = Assert.IsType<BounceReading.Complaint>(Read(
            $"""
            Feedback-Type: {type}
            User-Agent: Some/1
            Version: 1
            Original-Mail-From: <bounce+a.b@letters.example>
            Original-Rcpt-To: <reader@host.example>
            """));

        Assert.Equal(type, complaint.FeedbackType);
        Assert.Equal(["reader@host.example"], complaint.Recipients);
        Assert.Equal(
            ("1@letters.example", "bounce+a.b@letters.example"),
            (complaint.Returned.MessageId, complaint.Returned.ReturnPath));
    }

    [Theory]
    [InlineData("not-spam")]
    [InlineData("auth-failure")]
    public void A_report_that_complains_of_nothing_is_no_complaint(string type) =>
        Assert.IsType<BounceReading.NotABounce>(Read($"Feedback-Type: {type}\nVersion: 1"));

    [Fact]
    public void Where_the_reader_is_hidden_the_mail_is_asked() => Assert.Equal(
        ["reader@host.example"],
        Assert.IsType<BounceReading.Complaint>(Read("Feedback-Type: abuse\nVersion: 1")).Recipients);

    [Fact]
    public void A_reader_who_is_blotted_out_is_not_named() => Assert.Empty(
        Assert.IsType<BounceReading.Complaint>(Read(
            "Feedback-Type: abuse\nOriginal-Rcpt-To: a reader <redacted@host.example>", "redacted@host.example"))
            .Recipients);

    [Fact]
    public void Of_two_readers_both_are_named() => Assert.Equal(
        ["one@host.example", "two@host.example"],
        Assert.IsType<BounceReading.Complaint>(Read(
            "Feedback-Type: opt-out\nRemoval-Recipient: one@host.example\nRemoval-Recipient: <two@host.example>"))
            .Recipients);

    [Theory]
    [InlineData("")]
    [InlineData("Content-Type: message/rfc822\n\n")]
    public void A_mail_that_comes_back_with_its_reader_on_top_is_a_complaint(string enclosed)
    {
        var mail = $"{enclosed}X-HmXmrOriginalRecipient: reader@host.example\nTo: x@host.example\n\nText\n";

        var complaint = BounceReader.Read(MimeReader.Read(Encoding.UTF8.GetBytes(mail)));

        Assert.Equal(["reader@host.example"], Assert.IsType<BounceReading.Complaint>(complaint).Recipients);
    }

    private static BounceReading Read(string fields, string to = "reader@host.example") =>
        BounceReader.Read(MimeReader.Read(Encoding.UTF8.GetBytes(
        $"""
        From: <feedback@host.example>
        Subject: FW: Weekly
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b
        Content-Type: text/plain

        This is an abuse report.
        --b
        Content-Type: message/feedback-report

        {fields}

        --b
        Content-Type: message/rfc822

        To: {to}
        Message-ID: <1@letters.example>
        Subject: Weekly

        Text
        --b--
        """)));
}
