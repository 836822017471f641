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
    [InlineData("Subject: [Automatyczna odpowiedź] Weekly")]
    [InlineData("Subject: Réponse automatique : Weekly")]
    [InlineData("Subject: Auto: Weekly")]
    [InlineData("Subject: 外出中")]
    [InlineData("X-Autoreply-From: someone@reader.example")]
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

    [Fact]
    public void A_receipt_by_which_a_filter_refuses_is_a_report()
    {
        var report = Assert.IsType<BounceReading.DeliveryReport>(Read(
            "Auto-Submitted: auto-replied (rejected)\nSubject: Automatically rejected mail\n"
            + "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
            """
            --b

            Your message to <full@reader.example> was automatically rejected:
            Quota exceeded
            --b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822; full@reader.example
            Disposition: automatic-action/MDN-sent-automatically; deleted
            --b--
            """));

        var one = Assert.Single(report.Recipients);
        Assert.Equal(("full@reader.example", BounceClass.Soft), (one.Address, one.Class));
    }

    private static BounceReading Read(string fields, string body) => BounceReader.Read(MimeReader.Read(
        System.Text.Encoding.UTF8.GetBytes($"From: someone@reader.example\nReturn-Path: <>\n{fields}\n\n{body}\n")));
}
