using System.Net;
using Digest.Mail.Spf;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Mail.Spf;

public sealed class SpfCheckTests
{
    /// <summary>The zones of RFC 7208, Appendix A.</summary>
    private static readonly string[] Published =
    [
        "example.com MX 10 mail-a.example.com", "example.com MX 20 mail-b.example.com",
        "example.com A 192.0.2.10", "example.com A 192.0.2.11",
        "amy.example.com A 192.0.2.65", "bob.example.com A 192.0.2.66",
        "mail-a.example.com A 192.0.2.129", "mail-b.example.com A 192.0.2.130",
        "www.example.com CNAME example.com",
        "example.org MX 10 mail-c.example.org", "mail-c.example.org A 192.0.2.140",
        "65.2.0.192.in-addr.arpa PTR amy.example.com", "140.2.0.192.in-addr.arpa PTR mail-c.example.org",
        "10.2.0.192.in-addr.arpa PTR example.com", "4.0.0.10.in-addr.arpa PTR bob.example.com",
    ];

    [Theory]
    [InlineData("+all", "203.0.113.9")]
    [InlineData("a -all", "192.0.2.10", "192.0.2.11")]
    [InlineData("a:www.example.com -all", "192.0.2.10", "192.0.2.11")]
    [InlineData("a:example.org -all")]
    [InlineData("mx -all", "192.0.2.129", "192.0.2.130")]
    [InlineData("mx:example.org -all", "192.0.2.140")]
    [InlineData("mx mx:example.org -all", "192.0.2.129", "192.0.2.130", "192.0.2.140")]
    [InlineData("mx/30 mx:example.org/30 -all", "192.0.2.129", "192.0.2.130", "192.0.2.140", "192.0.2.143")]
    [InlineData("ptr -all", "192.0.2.10", "192.0.2.65")]
    [InlineData("ip4:192.0.2.128/28 -all", "192.0.2.129", "192.0.2.130", "192.0.2.140", "192.0.2.143")]
    public async Task RFC_7208_A_1_simple_example_passes_its_hosts_and_no_other(string terms, params string[] passing)
    {
        string[] all =
        [
            "192.0.2.10", "192.0.2.11", "192.0.2.65", "192.0.2.66", "192.0.2.129", "192.0.2.130", "192.0.2.140",
            "192.0.2.143", "10.0.0.4", "203.0.113.9",
        ];
        var passed = new List<string>();
        foreach (var address in all)
        {
            var result = await CheckAsync(address, [.. Published, $"example.com TXT v=spf1 {terms}"]);
            if (result.Verdict == SpfVerdict.Pass)
                passed.Add(address);
        }

        Assert.Equal(terms == "+all" ? all : passing, passed);
    }

    [Theory]
    [InlineData("v=spf1 -all", SpfVerdict.Fail)]
    [InlineData("v=spf1 ~ALL", SpfVerdict.SoftFail)]
    [InlineData("v=spf1 ?all", SpfVerdict.Neutral)]
    [InlineData("v=spf1", SpfVerdict.Neutral)]
    [InlineData("v=spf10 -all", SpfVerdict.None)]
    [InlineData("v=spf1 exists:%{ir}.list.example.com -all", SpfVerdict.Fail)]
    [InlineData("v=spf1 unknown=%{d} ip4:203.0.113.9 -all", SpfVerdict.Pass)]
    [InlineData("v=spf1 ip6:2001:db8::/32 -all", SpfVerdict.Fail)]
    [InlineData("v=spf1 include:gone.example -all", SpfVerdict.PermError)]
    [InlineData("v=spf1 redirect=gone.example", SpfVerdict.PermError)]
    [InlineData("v=spf1 -all redirect=gone.example", SpfVerdict.Fail)]
    [InlineData("v=spf1 a:one.gone.example a:two.gone.example a:three.gone.example -all", SpfVerdict.PermError)]
    [InlineData("v=spf1 include:example.com -all", SpfVerdict.PermError)]
    public async Task Record_gives_its_verdict(string record, SpfVerdict verdict) => Assert.Equal(
        verdict, (await CheckAsync("203.0.113.9", [.. Published, $"example.com TXT {record}"])).Verdict);

    [Fact]
    public async Task Two_records_are_an_error() => Assert.Equal(
        SpfVerdict.PermError,
        (await CheckAsync("192.0.2.1", "example.com TXT v=spf1 +all", "example.com TXT v=spf1 -all")).Verdict);

    [Fact]
    public async Task Strings_of_a_record_are_joined_without_a_space() => Assert.Equal(
        SpfVerdict.Pass,
        (await CheckAsync("192.0.2.1", """example.com TXT "v=spf1 ip4:192." "0.2.1 -all" """.TrimEnd())).Verdict);

    [Fact]
    public async Task Eleventh_lookup_is_an_error_also_inside_an_include()
    {
        var ten = string.Concat(Enumerable.Repeat("mx ", 9));
        string[] zone =
        [
            "example.com MX 1 a.example.com", "a.example.com A 192.0.2.1", "in.example TXT v=spf1 mx:example.com -all",
        ];

        var enough = await CheckAsync("192.0.2.7", [.. zone, $"example.com TXT v=spf1 {ten}mx -all"]);
        var tooMany = await CheckAsync("192.0.2.7", [.. zone, $"example.com TXT v=spf1 {ten}include:in.example -all"]);

        Assert.Equal((SpfVerdict.Fail, 10), (enough.Verdict, enough.Lookups));
        Assert.Equal(SpfVerdict.PermError, tooMany.Verdict);
        Assert.Contains("10 lookups", tooMany.Reason);
    }

    [Theory]
    [InlineData("example.com TXT SERVFAIL")]
    [InlineData("example.com TXT v=spf1 include:down.example -all", "down.example TXT SERVFAIL")]
    [InlineData("example.com TXT v=spf1 a:down.example -all", "down.example A SERVFAIL")]
    public async Task Server_that_fails_is_never_called_a_missing_record(params string[] zone) =>
        Assert.Equal(SpfVerdict.TempError, (await CheckAsync("192.0.2.1", zone)).Verdict);

    [Fact]
    public async Task Trail_says_what_every_term_came_to()
    {
        var result = await CheckAsync(
            "192.0.2.1",
            "example.com TXT v=spf1 include:in.example ip4:192.0.2.0/24 -all",
            "in.example TXT v=spf1 -all");

        Assert.Equal(
            [
                "in.example: -all: matches", "example.com: include:in.example: no match",
                "example.com: ip4:192.0.2.0/24: matches",
            ],
            result.Trail);
    }

    [Fact]
    public async Task Included_fail_is_only_no_match() => Assert.Equal(
        SpfVerdict.SoftFail,
        (await CheckAsync(
            "192.0.2.1", "example.com TXT v=spf1 include:in.example ~all", "in.example TXT v=spf1 -all")).Verdict);

    [Fact]
    public async Task More_than_ten_MX_hosts_are_an_error()
    {
        var hosts = Enumerable.Range(0, 11).Select(i => $"example.com MX {i} h{i}.example.com");

        var result = await CheckAsync("192.0.2.1", [.. hosts, "example.com TXT v=spf1 mx -all"]);

        Assert.Equal(SpfVerdict.PermError, result.Verdict);
    }

    [Fact]
    public async Task Mapped_address_is_taken_for_the_old_one() => Assert.Equal(
        SpfVerdict.Pass, (await CheckAsync("::ffff:192.0.2.1", "example.com TXT v=spf1 ip4:192.0.2.1 -all")).Verdict);

    private static Task<SpfResult> CheckAsync(string address, params string[] zone) => SpfCheck.RunAsync(
        Zone.Of(zone),
        new SpfIdentity(IPAddress.Parse(address), "news", "example.com", "mx.example.com"),
        TestContext.Current.CancellationToken);
}
