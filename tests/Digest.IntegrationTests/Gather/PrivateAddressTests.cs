using System.Net;
using System.Net.Sockets;
using System.Text;
using Digest.Gather;
using Digest.Gather.Web;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather;

/// <summary>
/// Every way to spell an address of this machine or its neighbours, as a source and as the target of a redirect. A
/// listener on the port that is meant proves that nobody knocks.
/// </summary>
public sealed class PrivateAddressTests : IAsyncLifetime
{
    // {0} is the port of the listener; what stands without it means port 80.
    public static readonly TheoryData<string> Spellings =
    [
        "http://127.0.0.1:{0}/", "http://127.1:{0}/", "http://127.0.1:{0}/", "http://127.255.255.254:{0}/",
        "http://2130706433:{0}/", "http://017700000001:{0}/", "http://0177.0.0.1:{0}/", "http://0177.0.0.01:{0}/",
        "http://0x7f.0.0.1:{0}/", "http://0x7f000001:{0}/", "http://0X7F.1:{0}/", "http://0x7f.0x0.0x0.0x1:{0}/",
        "http://00000177.0.0.1:{0}/", "http://127.0.0.1.:{0}/", "http://127.1.:{0}/",
        "http://①②⑦.0.0.1:{0}/", "http://１２７.0.0.1:{0}/", "http://127。0。0。1:{0}/", "http://127．0．0．1:{0}/",
        "http://127｡0｡0｡1:{0}/", "http://𝟏𝟐𝟕.𝟎.𝟎.𝟏:{0}/", "http://⑫7.0.0.1:{0}/", "http://%31%32%37.0.0.1:{0}/",
        "http://localhost:{0}/", "http://LOCALHOST:{0}/", "http://localhost.:{0}/", "http://ｌｏｃａｌｈｏｓｔ:{0}/",
        "http://ⓛocalhost:{0}/", "http://%6cocalhost:{0}/", "http://loc%61lhost:{0}/", "http://local\u00ADhost:{0}/",
        "http://0.0.0.0:{0}/", "http://0:{0}/", "http://0x0:{0}/", "http://0.0.0.0.:{0}/",
        "http://[::1]:{0}/", "http://[::]:{0}/", "http://[0:0:0:0:0:0:0:1]:{0}/", "http://[0000::0001]:{0}/",
        "http://[::ffff:127.0.0.1]:{0}/", "http://[::ffff:7f00:1]:{0}/", "http://[::127.0.0.1]:{0}/",
        "http://[::ffff:0:127.0.0.1]:{0}/", "http://[0:0:0:0:0:ffff:127.0.0.1]:{0}/",
        "http://[64:ff9b::127.0.0.1]:{0}/", "http://[64:ff9b::7f00:1]:{0}/", "http://[64:ff9b:1::1]:{0}/",
        "http://[2002:7f00:1::]:{0}/", "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]:{0}/",
        "http://[fe80::1]:{0}/", "http://[fe80::1%25lo]:{0}/", "http://[fe80::1%25eth0]:{0}/",
        "http://[fec0::1]:{0}/", "http://[fc00::1]:{0}/", "http://[fd00:ec2::254]:{0}/", "http://[ff02::1]:{0}/",
        "http://user@127.0.0.1:{0}/", "http://public.example:80@127.0.0.1:{0}/",
        "http://127.0.0.1:{0}#@public.example/",
        "http://127.0.0.1:{0}\\@public.example/", "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.1.1/",
        "http://100.64.0.1/", "http://169.254.169.254/latest/meta-data/", "http://2852039166/", "http://0xa9fea9fe/",
        "http://[::ffff:169.254.169.254]/", "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/",
        "http://192.0.0.192/", "http://168.63.129.16:{0}/", "http://[fd00::1]/",
        "http://private.example/", "http://mixed.example/", "http://mapped.example/", "http://nothing.example/",
        "file:///etc/passwd", "gopher://127.0.0.1:{0}/_", "ftp://127.0.0.1/", "http:///127.0.0.1/",
    ];

    // With a network among the allowed hosts the port says nothing before the address is known: only the address can be
    // what a spelling is refused for.
    private const string AnyPort = "203.0.113.0/24";

    /// <summary>Those that a header can hold.</summary>
    public static TheoryData<string> HeaderSpellings =>
        [.. Spellings.Select(row => row.Data).Where(text => Ascii.IsValid(text))];

    private readonly TcpListener _listener = new(IPAddress.Any, 0);
    private readonly CountingResolver _resolver = new();
    private FakeFeedServer _server = null!;

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask InitializeAsync()
    {
        _listener.Start();
        _server = await FakeFeedServer.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task Source_on_a_private_network_is_refused_without_a_connection(string spelling)
    {
        var text = string.Format(null, spelling, Port);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
            return;

        await using var host = new GatherHost(
            _resolver.ResolveAsync, ("AllowPrivateNetworks", "false"), ("AllowedHosts:0", AnyPort));
        AssertRefused(await host.ReadAsync(Some.FeedSource() with { Url = address }));
    }

    [Theory]
    [MemberData(nameof(HeaderSpellings))]
    public async Task Redirect_to_a_private_network_is_refused_without_a_connection(string spelling)
    {
        _server.Redirect("/feed", string.Format(null, spelling, Port).Replace("#", "%23", StringComparison.Ordinal));
        await using var host = new GatherHost(
            _resolver.ResolveAsync,
            ("AllowPrivateNetworks", "false"),
            ("AllowedHosts:0", AnyPort),
            ("AllowedHosts:1", _server.Address("/").Authority));

        AssertRefused(await host.ReadAsync(Source()));
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Connection_uses_the_addresses_that_were_checked_and_asks_for_no_others()
    {
        // Public for the check, private for whoever would ask once more.
        _resolver.Answers = [[IPAddress.Parse("192.0.2.1")], [IPAddress.Loopback]];
        await using var host = new GatherHost(_resolver.ResolveAsync, ("AllowPrivateNetworks", "false"));

        AssertRefused(await host.ReadAsync(Some.FeedSource() with { Url = new Uri("http://rebind.example/") }));
        Assert.Equal(1, _resolver.Count);
    }

    [Fact]
    public async Task Name_that_changes_its_mind_between_two_requests_is_checked_again()
    {
        _server.On("/feed", context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        _resolver.Answers = [[IPAddress.Loopback], [IPAddress.Parse("127.0.0.2")]];
        await using var host = new GatherHost(
            _resolver.ResolveAsync, ("AllowPrivateNetworks", "false"), ("AllowedHosts:0", "127.0.0.1/32"));
        var address = new UriBuilder(_server.Address("/feed")) { Host = "rebind.example" }.Uri;

        var failed = Assert.IsType<FetchOutcome.Failed>(
            await host.ReadAsync(Some.FeedSource() with { Url = address }));

        Assert.Contains("lies on a private network", failed.Reason);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("127.0.0.0/8")]
    [InlineData("127.0.0.1")]
    public async Task Allowed_host_is_read_while_others_are_not(string allowed)
    {
        _server.Feed("/feed", "<rss version=\"2.0\"><channel><title>Driftwood</title></channel></rss>");
        await using var host = new GatherHost(("AllowPrivateNetworks", "false"), ("AllowedHosts:0", allowed));

        Assert.IsType<FetchOutcome.Fetched>(await host.ReadAsync(Source()));
        AssertRefused(await host.ReadAsync(Some.FeedSource() with { Url = new Uri("http://10.0.0.1/") }));
    }

    private SourceDefinition Source() => Some.FeedSource() with { Url = _server.Address("/feed") };

    private void AssertRefused(FetchOutcome outcome)
    {
        var reason = Assert.IsType<FetchOutcome.Failed>(outcome).Reason;
        Assert.False(_listener.Pending(), "somebody knocked");
        Assert.Matches("private network|user name|neither http nor https|no address", reason);
    }

    /// <summary>A name server of the test; addresses and localhost go to the real one.</summary>
    private sealed class CountingResolver
    {
        public int Count { get; private set; }

        public IPAddress[][] Answers { get; set; } = [];

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            var call = Count++;
            return host switch
            {
                "rebind.example" => Task.FromResult(Answers[Math.Min(call, Answers.Length - 1)]),
                "private.example" => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
                "mixed.example" => Task.FromResult<IPAddress[]>([IPAddress.Parse("1.1.1.1"), IPAddress.Loopback]),
                "mapped.example" => Task.FromResult<IPAddress[]>([IPAddress.Parse("::ffff:10.0.0.1")]),
                "nothing.example" => Task.FromResult<IPAddress[]>([]),
                _ => Dns.GetHostAddressesAsync(host, cancellationToken),
            };
        }
    }
}
