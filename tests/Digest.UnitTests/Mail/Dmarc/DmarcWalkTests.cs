using Digest.Mail.Dmarc;
using Digest.Mail.Dns;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Dmarc;

public sealed class DmarcWalkTests
{
    [Theory]
    [InlineData("a.mail.example.com", "example.com", "mail.example.com none", "example.com none")]
    [InlineData("a.mail.example.com", "example.com", "com none; psd=y")]
    [InlineData("a.mail.example.com", "mail.example.com", "mail.example.com none; psd=n", "example.com none")]
    [InlineData("a.mail.example.com", "a.mail.example.com")]
    [InlineData("com", "com", "com none; psd=y")]
    [InlineData("bank.co.example", "bank.co.example", "co.example none; psd=y")]
    public async Task Organization_is_found_by_walking_up(
        string domain, string organization, params string[] records) =>
        Assert.Equal(organization, (await WalkAsync(domain, records)).Organization);

    [Fact]
    public async Task Walk_of_a_long_name_asks_eight_times_at_most()
    {
        var source = new CountingDns();
        var dns = new DnsResolver(source, new DnsTimes(), new TestClock());

        await DmarcWalk.RunAsync(dns, "a.b.c.d.e.f.g.h.i.j.mail.example.com", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["a.b.c.d.e.f.g.h.i.j.mail.example.com", "g.h.i.j.mail.example.com", "h.i.j.mail.example.com"],
            source.Asked.Take(3));
        Assert.Equal("com", source.Asked[^1]);
        Assert.Equal(8, source.Asked.Count);
    }

    [Fact]
    public async Task Own_record_holds_before_that_of_the_organization()
    {
        var walk = await WalkAsync("news.example.com", "news.example.com none", "example.com reject");

        Assert.Equal("news.example.com", walk.Policy!.Domain);
        Assert.Equal("example.com", walk.Organization);
    }

    [Fact]
    public async Task Two_records_count_as_none()
    {
        var walk = await WalkAsync("news.example.com", "news.example.com none", "news.example.com reject");

        Assert.Null(walk.Policy);
        Assert.Equal(["news.example.com"], walk.Doubled);
    }

    [Fact]
    public async Task Server_that_fails_is_no_missing_record()
    {
        var walk = await DmarcWalk.RunAsync(
            Zone.Of("_dmarc.example.com TXT SERVFAIL"), "news.example.com", TestContext.Current.CancellationToken);

        Assert.Contains("SERVFAIL", walk.TempError);
    }

    [Theory]
    [InlineData("example.com", "bounces.example.com", false, true)]
    [InlineData("example.com", "bounces.example.com", true, false)]
    [InlineData("example.com", "example.com", true, true)]
    [InlineData("news.example.com", "mail.example.com", false, true)]
    [InlineData("example.com", "other.example", false, false)]
    public async Task Alignment_compares_organizations_or_domains(
        string from, string other, bool isStrict, bool aligned)
    {
        var walk = await WalkAsync(from, "example.com none");

        Assert.Equal(aligned, walk.IsAlignedWith(await WalkAsync(other, "example.com none"), isStrict));
    }

    private static Task<DmarcWalk> WalkAsync(string domain, params string[] records) => DmarcWalk.RunAsync(
        Zone.Of(records.Select(record => record.Split(' ', 2))
            .Select(words => $"_dmarc.{words[0]} TXT v=DMARC1; p={words[1]}")),
        domain,
        TestContext.Current.CancellationToken);

    private sealed class CountingDns : IDnsSource
    {
        public List<string> Asked { get; } = [];

        public Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
        {
            Asked.Add(question.Name["_dmarc.".Length..]);
            return Task.FromResult<DnsReply>(new DnsReply.NoName());
        }
    }
}
