using Digest.Deliver;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class SignInPolicyTests
{
    [Theory]
    [InlineData("454 4.7.0 temporary authentication failure")]
    [InlineData("421 4.3.2 going down")]
    [InlineData("451 later")]
    public void The_servers_own_trouble_passes(string reply) =>
        Assert.Contains(reply, Assert.IsType<DeliveryOutcome.Deferred>(Judge(reply)).Reply, StringComparison.Ordinal);

    [Theory]
    [InlineData("535 5.7.8 authentication failed", "check Mail:Smtp:Username and Mail:Smtp:Password")]
    [InlineData("535 no", "check Mail:Smtp:Username and Mail:Smtp:Password")]
    [InlineData("534 5.7.9 application-specific password required", "Mail:Smtp:Mechanism")]
    [InlineData("535 5.7.9 too weak", "a stronger way")]
    [InlineData("538 5.7.11 encryption required", "Mail:Smtp:Security")]
    [InlineData("432 4.7.12 a password transition is needed", "anew first")]
    [InlineData("504 5.5.4 unrecognized authentication type", "Mail:Smtp:Mechanism")]
    public void What_only_settings_can_mend_stops_the_run_and_says_which(string reply, string advice)
    {
        var halted = Assert.IsType<DeliveryOutcome.Halted>(Judge(reply));

        Assert.Contains(reply, halted.Reply, StringComparison.Ordinal);
        Assert.Contains(advice, halted.Reply, StringComparison.Ordinal);
    }

    private static DeliveryOutcome Judge(string line)
    {
        var code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
        var reply = new SmtpReply(code, EnhancedCode.Find(line.AsSpan(4), code), [line[4..]]);
        return ReplyPolicy.Judge(new SmtpConnectOutcome.Refused(SmtpStep.Auth, reply));
    }
}
