using System.Net;
using Digest.Mail.Dns;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Dns;

public sealed class DnsResolverTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missing_name_missing_record_and_failing_server_are_told_apart()
    {
        var dns = Zone.Of("mx.news.example A 192.0.2.1", "down.example TXT SERVFAIL");

        Assert.IsType<DnsAnswer.NoName>(await dns.ResolveAsync("gone.example", DnsType.Txt, Stop));
        Assert.IsType<DnsAnswer.NoData>(await dns.ResolveAsync("mx.news.example", DnsType.Txt, Stop));
        Assert.IsType<DnsAnswer.NoData>(await dns.ResolveAsync("news.example", DnsType.Txt, Stop));
        Assert.IsType<DnsAnswer.TempError>(await dns.ResolveAsync("down.example", DnsType.Txt, Stop));
        Assert.IsType<DnsAnswer.NoName>(await dns.ResolveAsync("a..example", DnsType.Txt, Stop));
    }

    [Fact]
    public async Task Aliases_are_followed_also_where_each_has_to_be_asked_for()
    {
        var dns = Zone.Of("a.example CNAME b.example", "b.example CNAME c.example", "c.example A 192.0.2.1");

        var answer = await dns.ResolveAsync("A.example", DnsType.A, Stop);

        Assert.Equal(IPAddress.Parse("192.0.2.1"), Assert.Single(answer.Of<DnsRecord.Address>()).Value);
    }

    [Fact]
    public async Task Chain_of_aliases_inside_one_reply_is_followed()
    {
        var reply = new DnsReply.Records(
        [
            new DnsRecord.Host("a.example", DnsType.Cname, "b.example"),
            new DnsRecord.Address("b.example", DnsType.A, IPAddress.Loopback),
            new DnsRecord.Address("stranger.example", DnsType.A, IPAddress.Any),
        ]);

        var answer = await Over(_ => reply).ResolveAsync("a.example", DnsType.A, Stop);

        Assert.Equal(IPAddress.Loopback, Assert.Single(answer.Of<DnsRecord.Address>()).Value);
    }

    [Theory]
    [InlineData("a.example CNAME a.example")]
    [InlineData("a.example CNAME b.example", "b.example CNAME a.example")]
    public async Task Aliases_that_go_in_a_circle_are_given_up(params string[] zone) => Assert.Contains(
        "aliases", Assert.IsType<DnsAnswer.TempError>(
            await Zone.Of(zone).ResolveAsync("a.example", DnsType.A, Stop)).Reason);

    [Fact]
    public async Task Same_question_is_asked_once()
    {
        var asked = 0;
        var dns = Over(_ => new DnsReply.Records([]) is var reply && asked++ >= 0 ? reply : reply);

        await dns.ResolveAsync("a.example", DnsType.A, Stop);
        await dns.ResolveAsync("A.Example.", DnsType.A, Stop);

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task When_the_time_for_all_questions_is_over_nobody_is_asked()
    {
        var clock = new TestClock();
        var dns = new DnsResolver(new SilentDns(), new DnsTimes { Total = TimeSpan.FromSeconds(5) }, clock);
        var first = dns.ResolveAsync("a.example", DnsType.A, Stop);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.IsType<DnsAnswer.TempError>(await first);
        Assert.IsType<DnsAnswer.TempError>(await dns.ResolveAsync("b.example", DnsType.A, Stop));
    }

    [Theory]
    [InlineData("""{"a..b":{}}""")]
    [InlineData("""{"a.example":{"TEXT":[["x"]]}}""")]
    [InlineData("""{"a.example":{"A":["192.0.2.300"]}}""")]
    [InlineData("""{"a.example":{"MX":[{"exchange":"mx.example"}]}}""")]
    [InlineData("""{"a.example":{"TXT":7}}""")]
    [InlineData("""["a.example"]""")]
    [InlineData("nonsense")]
    public void Wrong_zone_file_is_refused(string json) => Assert.Throws<FormatException>(() => ZoneDns.Parse(json));

    private static DnsResolver Over(Func<DnsQuestion, DnsReply> answer) =>
        new(new ScriptedDns(answer), new DnsTimes(), TimeProvider.System);

    private sealed class ScriptedDns(Func<DnsQuestion, DnsReply> answer) : IDnsSource
    {
        public Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken) =>
            Task.FromResult(answer(question));
    }

    private sealed class SilentDns : IDnsSource
    {
        public async Task<DnsReply> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("nobody waits for ever");
        }
    }
}
