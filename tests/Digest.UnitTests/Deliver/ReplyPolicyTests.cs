using System.Globalization;
using Digest.Deliver;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class ReplyPolicyTests
{
    [Fact]
    public void Only_a_2yz_to_the_final_dot_is_accepted()
    {
        Assert.IsType<DeliveryOutcome.Accepted>(Judge(SmtpStep.Message, "250 2.0.0 queued"));
        Assert.IsType<DeliveryOutcome.Deferred>(Judge(SmtpStep.Data, "250 2.0.0 odd"));
    }

    [Theory]
    [InlineData(SmtpStep.RcptTo, "450 4.2.1 mailbox busy")]
    [InlineData(SmtpStep.RcptTo, "450 4.7.1 greylisted")]
    [InlineData(SmtpStep.RcptTo, "552 too many recipients")]
    [InlineData(SmtpStep.RcptTo, "552 5.5.3 too many recipients")]
    [InlineData(SmtpStep.MailFrom, "421 4.7.28 rate limited")]
    [InlineData(SmtpStep.Message, "451 4.3.0 later")]
    public void The_letter_waits(SmtpStep step, string reply) =>
        Assert.IsType<DeliveryOutcome.Deferred>(Judge(step, reply));

    [Theory]
    [InlineData("550 5.1.1 no such user")]
    [InlineData("550 no such user")]
    [InlineData("552 5.2.2 mailbox full")]
    [InlineData("552 5.2.3 longer than this mailbox takes")]
    [InlineData("550 5.2.1 disabled")]
    [InlineData("550 5.5.0 mailbox unavailable")]
    [InlineData("550 5.7.1 this user takes no mail from you")]
    [InlineData("501 5.1.3 bad address")]
    public void The_reader_is_refused_for_good(string reply) =>
        Assert.IsType<DeliveryOutcome.Failed>(Judge(SmtpStep.RcptTo, reply));

    [Theory]
    [InlineData(SmtpStep.RcptTo, "530 5.7.0 sign in first")]
    [InlineData(SmtpStep.RcptTo, "554 5.7.1 Relay access denied")]
    [InlineData(SmtpStep.RcptTo, "550 5.7.26 unauthenticated")]
    [InlineData(SmtpStep.RcptTo, "503 bad sequence")]
    [InlineData(SmtpStep.MailFrom, "553 5.1.8 sender domain unknown")]
    [InlineData(SmtpStep.MailFrom, "550 who are you")]
    [InlineData(SmtpStep.Message, "550 5.7.515 access denied")]
    [InlineData(SmtpStep.Message, "554 5.7.1 looks like spam")]
    [InlineData(SmtpStep.Message, "552 5.3.4 too big")]
    [InlineData(SmtpStep.Message, "552 too big")]
    [InlineData(SmtpStep.Message, "550 5.6.0 bad content")]
    public void The_sender_is_refused_and_no_reader_is_blamed(SmtpStep step, string reply) =>
        Assert.IsType<DeliveryOutcome.Halted>(Judge(step, reply));

    [Fact]
    public void A_broken_connection_is_unknown_only_after_the_final_dot()
    {
        Assert.IsType<DeliveryOutcome.Deferred>(ReplyPolicy.Judge(new SmtpSendOutcome.Broken("cut")));
        Assert.IsType<DeliveryOutcome.Unknown>(ReplyPolicy.Judge(new SmtpSendOutcome.Unknown("cut")));
    }

    [Theory]
    [InlineData("535 5.7.8 wrong password", true)]
    [InlineData("454 4.7.0 try later", false)]
    public void Sign_in_trouble_halts_only_if_it_lasts(string reply, bool halts)
    {
        var outcome = ReplyPolicy.Judge(new SmtpConnectOutcome.Refused(SmtpStep.Auth, Reply(reply)));

        Assert.Equal(halts, outcome is DeliveryOutcome.Halted);
    }

    [Fact]
    public void Refused_sign_in_names_the_settings_to_check()
    {
        var outcome = ReplyPolicy.Judge(new SmtpConnectOutcome.Refused(SmtpStep.Auth, Reply("535 5.7.8 wrong")));

        Assert.Contains("535 5.7.8 wrong", outcome.Reply, StringComparison.Ordinal);
        Assert.Contains("Mail:Smtp:Password", outcome.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_tls_halts_and_a_dead_server_does_not()
    {
        Assert.IsType<DeliveryOutcome.Halted>(ReplyPolicy.Judge(new SmtpConnectOutcome.Insecure("no TLS")));
        Assert.IsType<DeliveryOutcome.Deferred>(ReplyPolicy.Judge(new SmtpConnectOutcome.Unreachable("refused")));
    }

    private static DeliveryOutcome Judge(SmtpStep step, string reply) =>
        ReplyPolicy.Judge(new SmtpSendOutcome.Answered(step, Reply(reply)));

    private static SmtpReply Reply(string line)
    {
        var code = int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture);
        return new SmtpReply(code, EnhancedCode.Find(line.AsSpan(4), code), [line[4..]]);
    }
}
