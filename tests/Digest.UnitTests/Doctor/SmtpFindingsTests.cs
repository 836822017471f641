using System.Security.Authentication;
using Digest.Deliver;
using Digest.Doctor;
using Digest.Mail.Smtp;
using Xunit;

namespace Digest.UnitTests.Doctor;

public sealed class SmtpFindingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);

    private static readonly SmtpOptions Server = new() { Host = "mx.example", Username = "weekly" };

    private static readonly SmtpProbeReport Sound = new()
    {
        Features = SmtpFeatures.None with { Pipelining = true, Size = true, MaxSize = 10_000_000, Auth = ["PLAIN"] },
        FeaturesBeforeTls = SmtpFeatures.None with { StartTls = true },
        Tls = new SmtpTls(SslProtocols.Tls13, Now.AddDays(60)),
    };

    [Fact]
    public void Sound_server_passes_with_what_it_offers()
    {
        var finding = Assert.Single(SmtpFindings.Judge(Server, Sound, null, Now));

        Assert.Equal(Verdict.Pass, finding.Verdict);
        Assert.Contains(": takes letters over TLS 1.3, signed in as weekly; ", finding.Message);
        Assert.EndsWith(" offers PIPELINING, SIZE 10000000, AUTH PLAIN", finding.Message);
    }

    [Fact]
    public void Server_that_refuses_fails() => Assert.Equal(
        Verdict.Fail,
        Assert.Single(SmtpFindings.Judge(Server, new SmtpProbeReport { Fault = "535 no" }, null, Now)).Verdict);

    [Theory]
    [InlineData(465, "required", "to implicit")]
    [InlineData(587, "implicit", "to required")]
    [InlineData(587, null, "Host, Port and Security")]
    public void Silent_port_is_answered_with_what_it_is_for(int port, string? security, string words)
    {
        var silent = new SmtpProbeReport
        {
            Fault = "no answer", Obstacle = new SmtpConnectOutcome.Unreachable("no answer"),
        };
        var server = new SmtpOptions { Host = "mx.example", Port = port, Security = security };

        Assert.Contains(words, Assert.Single(SmtpFindings.Judge(server, silent, null, Now)).Remedy);
    }

    [Fact]
    public void Certificate_that_ends_soon_is_warned_of() =>
        Warns(Sound with { Tls = new SmtpTls(SslProtocols.Tls12, Now.AddDays(13)) }, "2026-11-26");

    [Fact]
    public void Password_asked_for_in_the_clear_is_warned_of() =>
        Warns(Sound with { FeaturesBeforeTls = SmtpFeatures.None with { Auth = ["PLAIN"] } }, "before TLS");

    [Fact]
    public void Small_limit_is_warned_of() =>
        Warns(Sound with { Features = SmtpFeatures.None with { Size = true, MaxSize = 102_400 } }, "100 KB");

    [Theory]
    [InlineData(1_000_000, false)]
    [InlineData(1_000_001, true)]
    public void Letter_above_the_limit_fails(int letter, bool fails)
    {
        var report = Sound with { Features = SmtpFeatures.None with { Size = true, MaxSize = 1_000_000 } };

        var findings = SmtpFindings.Judge(Server, report, letter, Now);

        Assert.Equal(fails, findings.Any(finding => finding.Verdict == Verdict.Fail));
    }

    private static void Warns(SmtpProbeReport report, string words)
    {
        var findings = SmtpFindings.Judge(Server, report, null, Now);

        Assert.Contains(words, Assert.Single(findings, finding => finding.Verdict == Verdict.Warn).Message);
    }
}
