using Digest.Deliver;
using Digest.Doctor;
using Digest.Mail.Mime;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Doctor;

public sealed class PolicyRecordFindingsTests
{
    [Fact]
    public async Task Missing_records_are_no_fault()
    {
        var findings = await FindingsAsync();

        Assert.Equal(["mta-sts", "tls-rpt", "bimi"], findings.Select(finding => finding.Id));
        Assert.All(findings, finding => Assert.Equal(Verdict.Pass, finding.Verdict));
    }

    [Theory]
    [InlineData("mta-sts", "_mta-sts.news.example TXT v=STSv1; id=20261113T100000;")]
    [InlineData("tls-rpt", "_smtp._tls.news.example TXT v=TLSRPTv1;rua=mailto:tls@news.example,https://tls.example/r")]
    [InlineData("bimi", "default._bimi.news.example TXT v=BIMI1; l=https://news.example/logo.svg; a=")]
    [InlineData("bimi", "default._bimi.news.example TXT v=BIMI1; l=")]
    public async Task Right_record_is_quoted(string id, string record)
    {
        var finding = Assert.Single(await FindingsAsync(record), finding => finding.Id == id);

        Assert.Equal(Verdict.Pass, finding.Verdict);
        Assert.Contains("=", finding.Message);
    }

    [Theory]
    [InlineData("mta-sts", "id=", "_mta-sts.news.example TXT v=STSv1;")]
    [InlineData("mta-sts", "id=", "_mta-sts.news.example TXT v=STSv1; id=2026-11-13")]
    [InlineData("mta-sts", "id=", "_mta-sts.news.example TXT v=STSv1; id=1; id=2")]
    [InlineData("mta-sts", "2 records", "_mta-sts.news.example TXT v=STSv1; id=1",
        "_mta-sts.news.example TXT v=STSv1; id=2")]
    [InlineData("tls-rpt", "rua=", "_smtp._tls.news.example TXT v=TLSRPTv1; rua=tls@news.example")]
    [InlineData("tls-rpt", "rua=", "_smtp._tls.news.example TXT v=TLSRPTv1; rua=mailto:a@b.example,ftp://b.example/")]
    [InlineData("bimi", "l=", "default._bimi.news.example TXT v=BIMI1; l=http://news.example/logo.svg")]
    [InlineData("bimi", "nobody could say", "default._bimi.news.example TXT SERVFAIL")]
    public async Task Wrong_record_is_warned_of(string id, string words, params string[] zone)
    {
        var finding = Assert.Single(await FindingsAsync(zone), finding => finding.Verdict != Verdict.Pass);

        Assert.Equal((id, Verdict.Warn), (finding.Id, finding.Verdict));
        Assert.Contains(words, finding.Message);
        Assert.NotEmpty(finding.Remedy!);
    }

    [Theory]
    [InlineData("v=STSv10; id=1")]
    [InlineData("something else")]
    public async Task Record_of_another_kind_does_not_count(string text) => Assert.All(
        await FindingsAsync($"_mta-sts.news.example TXT {text}"),
        finding => Assert.Contains("none is asked for", finding.Message));

    private static Task<IReadOnlyList<Finding>> FindingsAsync(params string[] zone)
    {
        var from = EmailAddress.Parse("weekly@news.example");
        var scope = new MailScope(Zone.Of(zone), [new MailSender("weekly", from, from, from)], new MailOptions(), null);
        return new PolicyRecordFindings(scope).RunAsync(TestContext.Current.CancellationToken);
    }
}
