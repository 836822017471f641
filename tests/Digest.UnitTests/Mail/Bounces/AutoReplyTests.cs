using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

public sealed class AutoReplyTests
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Auto-Submitted: auto-replied (vacation)")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("Subject: Automatic reply: Weekly")]
    [InlineData("Subject: 自动回复: 周刊")]
    [InlineData("Subject: 自動返信：週刊")]
    [InlineData("Subject: Abwesenheitsnotiz")]
    public void An_answering_machine_is_told_by_one_field(string field) =>
        Assert.IsType<BounceReading.AutoReply>(Read(field, "I am away, and what you sent was not delivered to me."));

    [Fact]
    public void A_notice_that_calls_itself_an_answer_is_still_a_report() => Assert.IsType<BounceReading.DeliveryReport>(
        Read(
            "Auto-Submitted: auto-replied\nX-Failed-Recipients: gone@reader.example",
            "It could not be delivered: 550 5.1.1 user unknown"));

    [Fact]
    public void Mail_made_by_a_machine_is_not_an_answer() =>
        Assert.IsType<BounceReading.NotABounce>(Read("Auto-Submitted: auto-generated", "Backups are done."));

    [Fact]
    public void A_receipt_is_no_bounce() => Assert.IsType<BounceReading.NotABounce>(Read(
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
        """
        --b
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822; a@reader.example
        Disposition: manual-action/MDN-sent-manually; displayed
        --b--
        """));

    private static BounceReading Read(string fields, string body) => BounceReader.Read(MimeReader.Read(
        System.Text.Encoding.UTF8.GetBytes($"From: someone@reader.example\nReturn-Path: <>\n{fields}\n\n{body}\n")));
}
