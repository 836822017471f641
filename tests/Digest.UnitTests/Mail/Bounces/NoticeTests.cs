using Digest.Mail.Bounces;
using Digest.Mail.Mime.Reading;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Bounces;

public sealed class NoticeTests
{
    private static readonly Dictionary<string, WrittenNotice> Notices =
        UnixNotices.All.Concat(ServerNotices.All).Concat(OfficeNotices.All).Concat(GatewayNotices.All)
            .Concat(HostNotices.All).ToDictionary(notice => notice.Name);

    public static TheoryData<string> Names => [.. Notices.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_recipient_and_whose_trouble_it_is_are_found(string name)
    {
        var notice = Notices[name];

        var report = Assert.IsType<BounceReading.DeliveryReport>(notice.Read());

        var recipient = Assert.Single(report.Recipients);
        Assert.Equal((notice.Address, notice.Class), (recipient.Address, recipient.Class));
    }

    [Fact]
    public void Each_of_several_recipients_has_its_own_reason()
    {
        var report = Notice(
            "failure notice",
            """
            Hi. This is the qmail-send program at mx.host.example.
            I'm afraid I wasn't able to deliver your message to the following addresses.

            <gone@reader.example>:
            Sorry, no mailbox here by that name. (#5.1.1)

            <full@reader.example>:
            192.0.2.5 failed after I sent the message.
            Remote host said: 552 Quota exceeded for this recipient

            --- Below this line is a copy of the message.

            Return-Path: <bounce+abc@letters.example>
            Message-ID: <1@letters.example>
            """).Read() as BounceReading.DeliveryReport;

        Assert.Equal([BounceClass.Hard, BounceClass.Soft], report!.Recipients.Select(one => one.Class));
        Assert.Equal(("1@letters.example", "bounce+abc@letters.example"),
            (report.Returned.MessageId, report.Returned.ReturnPath));
    }

    [Fact]
    public void A_delay_is_soft_and_not_the_end()
    {
        var report = Assert.IsType<BounceReading.DeliveryReport>(Notices["postfix: delayed"].Read());

        Assert.Equal(BounceAction.Delayed, Assert.Single(report.Recipients).Action);
    }

    [Fact]
    public void Any_octets_at_all_are_read() => Prop.ForAll<byte[]>(octets => BounceReader.Read(MimeReader.Read(
            (byte[])[.. "X-Failed-Recipients: a@b.example\nContent-Type: text/html\n\n<p"u8, .. octets])) is not null)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("@")]
    [InlineData("<a@")]
    [InlineData("a@[")]
    [InlineData("<style>")]
    [InlineData("a@b.example 550 5.1.1 \n")]
    public void A_notice_made_to_take_long_is_bounded(string piece) => Assert.IsNotType<BounceReading.Complaint>(
        Notice("failure notice", string.Concat(Enumerable.Repeat(piece, 20_000))).Read());

    [Fact]
    public void An_answer_to_a_notice_is_none() => Assert.IsType<BounceReading.NotABounce>(
        Person("Re: Undeliverable: Weekly", "Your mail bounced:\n<gone@reader.example>: 550 user unknown").Read());

    [Fact]
    public void A_letter_that_speaks_of_delivery_is_none() => Assert.IsType<BounceReading.NotABounce>(
        Person("The paper", "It could not be delivered to bob@reader.example on Friday.").Read());

    private static WrittenNotice Notice(string subject, string body) =>
        new("", "MAILER-DAEMON@mx.host.example", subject, BounceClass.None, "", body);

    private static WrittenNotice Person(string subject, string body) =>
        new("", "someone@reader.example", subject, BounceClass.None, "", body);
}
