using Digest.Mail.Dmarc;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Mail.Dmarc;

public sealed class DmarcRecordTests
{
    [Theory]
    [InlineData("v=DMARC1", true)]
    [InlineData("v = DMARC1 ; p=none", true)]
    [InlineData("v=dmarc1; p=none", false)]
    [InlineData("p=none; v=DMARC1", false)]
    [InlineData("v=DMARC12", false)]
    [InlineData("", false)]
    public void Version_comes_first_and_is_exact(string text, bool isOne) =>
        Assert.Equal(isOne, DmarcRecord.IsOne(text));

    [Fact]
    public void Tags_are_read_whatever_their_order_case_and_spaces()
    {
        var record = DmarcRecord.Parse(
            "v=DMARC1; rua = mailto:a@x.example , mailto:b@y.example;aspf=S; SP=Quarantine; p = reject ;psd=n;t=y;");

        Assert.Equal((DmarcPolicy.Reject, DmarcPolicy.Quarantine), (record.Policy, record.Subdomains));
        Assert.Equal(["x.example", "y.example"], record.Reports.Select(report => report.Domain));
        Assert.Equal((false, true), (record.IsDkimStrict, record.IsSpfStrict));
        Assert.Equal(('n', true), (record.PublicSuffix, record.IsTest));
        Assert.Empty(record.Faults);
    }

    [Theory]
    [InlineData("p=none; pct=50", "pct")]
    [InlineData("p=none; rf=afrf", "rf")]
    [InlineData("p=none; ri=86400", "ri")]
    [InlineData("p=none; rua=mailto:a@x.example!10m", "size")]
    public void What_was_removed_is_told(string tags, string word) =>
        Assert.Contains(word, Assert.Single(DmarcRecord.Parse($"v=DMARC1; {tags}").Outdated));

    [Theory]
    [InlineData("p=rejct")]
    [InlineData("p=none; sp=deny")]
    [InlineData("p=none; adkim=x")]
    [InlineData("p=none; rua=a@x.example")]
    [InlineData("p=none; rua=mailto:nobody")]
    [InlineData("p=none; fo=2")]
    [InlineData("p=none; t=maybe")]
    [InlineData("p=none; psd=1")]
    [InlineData("p=none; p=reject")]
    [InlineData("p=none; nonsense")]
    public void What_is_wrong_is_told(string tags) => Assert.Single(DmarcRecord.Parse($"v=DMARC1; {tags}").Faults);

    [Fact]
    public void Unknown_tag_is_ignored() => Assert.Empty(DmarcRecord.Parse("v=DMARC1; p=none; future=1").Faults);

    [Theory]
    [InlineData("p=reject; sp=quarantine; np=none", true, true, DmarcPolicy.Reject)]
    [InlineData("p=reject; sp=quarantine; np=none", false, true, DmarcPolicy.Quarantine)]
    [InlineData("p=reject; sp=quarantine; np=none", false, false, DmarcPolicy.None)]
    [InlineData("p=reject; sp=quarantine", false, false, DmarcPolicy.Quarantine)]
    [InlineData("p=reject", false, true, DmarcPolicy.Reject)]
    [InlineData("sp=quarantine", true, true, DmarcPolicy.None)]
    [InlineData("p=oops; rua=mailto:a@x.example", true, true, DmarcPolicy.None)]
    [InlineData("p=oops", true, true, null)]
    [InlineData("p=reject; sp=oops", true, true, null)]
    public void Policy_depends_on_whose_record_it_is(string tags, bool isOwn, bool exists, DmarcPolicy? expected) =>
        Assert.Equal(expected, DmarcRecord.Parse($"v=DMARC1; {tags}").PolicyFor(isOwn, exists));

    [Fact]
    public void Any_text_can_be_read() => Prop
        .ForAll<string>(text => DmarcRecord.Parse($"v=DMARC1; {text}") is not null)
        .QuickCheckThrowOnFailure();
}
