using System.Net;
using Digest.Deliver;
using Digest.Doctor;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Doctor;

/// <summary>A good zone, one thing broken at a time, and what is said of it.</summary>
public sealed class BrokenZoneTests
{
    private static readonly string[] Good =
    [
        "news.example MX 10 mx.news.example",
        "news.example TXT v=spf1 ip4:192.0.2.10 -all",
        "_dmarc.news.example TXT v=DMARC1; p=quarantine; rua=mailto:reports@news.example",
        "mx.news.example A 192.0.2.10",
        "10.2.0.192.in-addr.arpa PTR mx.news.example",
    ];

    [Fact]
    public async Task Good_zone_passes()
    {
        var findings = await FindingsAsync(Good);

        Assert.All(findings, finding => Assert.Equal(Verdict.Pass, finding.Verdict));
        Assert.Equal(["spf", "dmarc", "mx", "ptr"], findings.Select(finding => finding.Id).Distinct());
    }

    [Theory]
    [InlineData("spf", Verdict.Fail, "no SPF record", "news.example TXT")]
    [InlineData("spf", Verdict.Fail, "2 SPF records", "+news.example TXT v=spf1 ~all")]
    [InlineData("spf", Verdict.Fail, "character 8", "news.example TXT", "+news.example TXT v=spf1 ipv4:192.0.2.10")]
    [InlineData("spf", Verdict.Fail, "lets every host", "news.example TXT", "+news.example TXT v=spf1 +all")]
    [InlineData("spf", Verdict.Warn, "strangers", "news.example TXT", "+news.example TXT v=spf1 ip4:192.0.2.10 ?all")]
    [InlineData("spf", Verdict.Warn, "strangers", "news.example TXT", "+news.example TXT v=spf1 ip4:192.0.2.10")]
    [InlineData("spf", Verdict.Warn, "ptr", "news.example TXT", "+news.example TXT v=spf1 ip4:192.0.2.10 ptr -all")]
    [InlineData("spf", Verdict.Fail, "may not send", "news.example TXT", "+news.example TXT v=spf1 ip4:192.0.2.9 -all")]
    [InlineData("spf", Verdict.Fail, "which has no SPF record", "news.example TXT",
        "+news.example TXT v=spf1 include:gone.example -all")]
    [InlineData("spf", Verdict.Fail, "10 lookups", "news.example TXT",
        "+news.example TXT v=spf1 mx mx mx mx mx mx mx mx mx mx mx -all")]
    [InlineData("spf", Verdict.Fail, "'mx:news.example' is the next", "news.example TXT",
        "+news.example TXT v=spf1 mx mx mx mx mx mx mx mx mx mx mx:news.example -all")]
    [InlineData("spf", Verdict.Fail, "no such record", "news.example TXT",
        "+news.example TXT v=spf1 a:a.gone.example a:b.gone.example a:c.gone.example -all")]
    [InlineData("spf", Verdict.Warn, "nobody could say", "news.example TXT", "+news.example TXT SERVFAIL")]
    [InlineData("dmarc", Verdict.Fail, "no policy", "_dmarc.news.example TXT")]
    [InlineData("dmarc", Verdict.Fail, "more than one record", "+_dmarc.news.example TXT v=DMARC1; p=none")]
    [InlineData("dmarc", Verdict.Fail, "no policy", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT p=reject; v=DMARC1")]
    [InlineData("dmarc", Verdict.Warn, "without rua", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; p=none")]
    [InlineData("dmarc", Verdict.Warn, "pct was removed", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; p=reject; pct=50")]
    [InlineData("dmarc", Verdict.Warn, "t=y", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; p=reject; t=y")]
    [InlineData("dmarc", Verdict.Fail, "no policy that holds", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; p=rejct")]
    [InlineData("dmarc", Verdict.Warn, "adkim=q", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; p=reject; adkim=q")]
    [InlineData("dmarc", Verdict.Warn, "p is missing", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; rua=mailto:reports@news.example")]
    [InlineData("dmarc", Verdict.Warn, "does not agree", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT v=DMARC1; p=reject; rua=mailto:reports@other.example")]
    [InlineData("dmarc", Verdict.Warn, "nobody could say", "_dmarc.news.example TXT",
        "+_dmarc.news.example TXT SERVFAIL")]
    [InlineData("mx", Verdict.Fail, "takes no mail", "news.example MX", "+news.example MX 0 .")]
    [InlineData("mx", Verdict.Fail, "neither MX nor address", "news.example MX")]
    [InlineData("mx", Verdict.Warn, "only an address", "news.example MX", "+news.example A 192.0.2.10")]
    [InlineData("mx", Verdict.Fail, "has no address", "news.example MX", "+news.example MX 10 gone.news.example")]
    [InlineData("mx", Verdict.Warn, "has no address", "+news.example MX 20 gone.news.example")]
    [InlineData("mx", Verdict.Warn, "nobody could say", "news.example MX", "+news.example MX SERVFAIL")]
    [InlineData("ptr", Verdict.Fail, "has no name", "10.2.0.192.in-addr.arpa PTR")]
    [InlineData("ptr", Verdict.Fail, "lead back", "10.2.0.192.in-addr.arpa PTR",
        "+10.2.0.192.in-addr.arpa PTR gone.news.example")]
    [InlineData("ptr", Verdict.Warn, "customer's line", "10.2.0.192.in-addr.arpa PTR",
        "+10.2.0.192.in-addr.arpa PTR h-192-0-2-10.isp.example", "+h-192-0-2-10.isp.example A 192.0.2.10")]
    public async Task Broken_zone_is_found(string id, Verdict verdict, string words, params string[] changes)
    {
        var gone = changes.Where(change => change[0] != '+').ToList();
        var zone = Good.Where(line => !gone.Any(start => line.StartsWith(start, StringComparison.Ordinal)))
            .Concat(changes.Where(change => change[0] == '+').Select(change => change[1..]));

        var found = (await FindingsAsync(zone)).Where(finding => finding.Verdict == verdict && finding.Id == id);

        Assert.Contains(found, finding => finding.Message.Contains(words, StringComparison.Ordinal));
        Assert.All(found, finding => Assert.NotEmpty(finding.Remedy!));
    }

    [Theory]
    [InlineData("v=spf1 ip4:192.0.2.10 -all", "news.example TXT")]
    [InlineData("_dmarc.news.example: v=DMARC1", "_dmarc.news.example TXT")]
    [InlineData("MX record at news.example", "news.example MX")]
    public async Task Missing_record_is_proposed(string words, string gone)
    {
        var zone = Good.Where(line => !line.StartsWith(gone, StringComparison.Ordinal));

        var failed = (await FindingsAsync(zone)).Where(finding => finding.Verdict == Verdict.Fail);

        Assert.Contains(words, Assert.Single(failed).Remedy);
    }

    [Fact]
    public async Task Doubled_policy_is_not_told_to_be_missing_too()
    {
        var findings = await FindingsAsync([.. Good, "_dmarc.news.example TXT v=DMARC1; p=none"]);

        Assert.Single(findings, finding => finding.Verdict == Verdict.Fail);
    }

    [Fact]
    public async Task Domain_of_reports_that_agrees_is_not_spoken_of()
    {
        string[] zone =
        [
            .. Good.Where(line => !line.StartsWith('_')),
            "_dmarc.news.example TXT v=DMARC1; p=reject; rua=mailto:reports@other.example",
            "news.example._report._dmarc.other.example TXT v=DMARC1",
        ];

        Assert.DoesNotContain(await FindingsAsync(zone), finding => finding.Verdict != Verdict.Pass);
    }

    [Theory]
    [InlineData("news.example", "bounces.news.example", Verdict.Pass, "d=news.example and")]
    [InlineData("news.example", "bounces.other.example", Verdict.Warn, "d=news.example only")]
    [InlineData("other.example", "news.example", Verdict.Warn, "MAIL FROM news.example only")]
    [InlineData("other.example", "bounces.other.example", Verdict.Fail, "nothing is aligned")]
    public async Task Aligned_identifiers_are_named(string signer, string envelope, Verdict verdict, string words)
    {
        var check = new DmarcFindings(Scope(Good, signer, envelope));

        var findings = await check.RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains(findings, finding =>
            finding.Verdict == verdict && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    private static async Task<List<Finding>> FindingsAsync(IEnumerable<string> zone)
    {
        var scope = Scope(zone, "news.example", "news.example");
        var findings = new List<Finding>();
        ICheck[] checks =
            [new SpfFindings(scope), new DmarcFindings(scope), new MxFindings(scope), new PtrFindings(scope)];
        foreach (var check in checks)
            findings.AddRange(await check.RunAsync(TestContext.Current.CancellationToken));

        return findings;
    }

    private static MailScope Scope(IEnumerable<string> zone, string signer, string envelope)
    {
        var from = EmailAddress.Parse("weekly@news.example");
        var mail = new MailOptions { Dkim = new DkimOptions { Domain = signer } };
        mail.Smtp.ClientName = "mx.news.example";
        return new MailScope(
            Zone.Of(zone),
            [new MailSender("weekly", from, from, EmailAddress.Parse($"bounces@{envelope}"))],
            mail,
            IPAddress.Parse("192.0.2.10"));
    }
}
