using System.Net;
using Digest.Mail.Dns;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>The resolver against a real server.</summary>
public sealed class DnsmasqTests
{
    private static readonly string[] Zone =
    [
        "local=/example/",
        "host-record=mx.news.example,192.0.2.10,2001:db8::10",
        "mx-host=news.example,mx.news.example,10",
        "cname=www.news.example,mx.news.example",
        "ptr-record=10.2.0.192.in-addr.arpa,mx.news.example",
        "txt-record=news.example,\"v=spf1 ip4:192.0.2.10 \",\"-all\"",
        .. Enumerable.Range(0, 12).Select(i => DnsmasqServer.Txt("large.example", $"{i}:{new string('x', 600)}")),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_of_every_kind_arrive()
    {
        await using var server = await StartAsync();
        var dns = Resolver(server);

        Assert.Equal(
            [new DnsRecord.Exchanger("news.example", 10, "mx.news.example")],
            (await dns.ResolveAsync("News.Example", DnsType.Mx, Stop)).Of<DnsRecord.Exchanger>());
        Assert.Equal(
            ["192.0.2.10", "2001:db8::10"],
            (await dns.ResolveAddressesAsync("www.news.example", Stop)).Of<DnsRecord.Address>()
                .Select(record => record.Value.ToString()));
        var host = (await dns.ResolveAsync("10.2.0.192.in-addr.arpa", DnsType.Ptr, Stop)).Of<DnsRecord.Host>();
        Assert.Equal("mx.news.example", Assert.Single(host).Name);
        var text = Assert.Single((await dns.ResolveAsync("news.example", DnsType.Txt, Stop)).Of<DnsRecord.Text>());
        Assert.Equal(["v=spf1 ip4:192.0.2.10 ", "-all"], text.Strings);
        Assert.Equal("v=spf1 ip4:192.0.2.10 -all", text.Joined);
    }

    [Fact]
    public async Task Missing_name_and_missing_record_are_told_apart()
    {
        await using var server = await StartAsync();
        var dns = Resolver(server);

        Assert.IsType<DnsAnswer.NoName>(await dns.ResolveAsync("gone.example", DnsType.Txt, Stop));
        Assert.IsType<DnsAnswer.NoData>(await dns.ResolveAsync("mx.news.example", DnsType.Txt, Stop));
        Assert.IsType<DnsAnswer.TempError>(await dns.ResolveAsync("elsewhere.invalid-zone", DnsType.A, Stop));
    }

    [Fact]
    public async Task Answer_too_large_for_a_datagram_comes_by_TCP()
    {
        await using var server = await StartAsync();

        var texts = (await Resolver(server).ResolveAsync("large.example", DnsType.Txt, Stop)).Of<DnsRecord.Text>();

        Assert.Equal(12, texts.Count);
        Assert.All(texts, text => Assert.InRange(text.Joined.Length, 602, 603));
    }

    private static Task<DnsmasqServer> StartAsync()
    {
        Assert.SkipWhen(DnsmasqServer.SkipReason() is not null, DnsmasqServer.SkipReason() ?? "");
        return DnsmasqServer.StartAsync(Zone, Stop);
    }

    private static DnsResolver Resolver(DnsmasqServer server)
    {
        var times = new DnsTimes();
        var source = new NetworkDns([new IPEndPoint(IPAddress.Loopback, server.Port)], times, TimeProvider.System);
        return new DnsResolver(source, times, TimeProvider.System);
    }
}
