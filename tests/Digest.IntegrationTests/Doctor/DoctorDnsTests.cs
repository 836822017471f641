using System.Net;
using System.Text.Json.Nodes;
using Digest.IntegrationTests.Run;
using Digest.Mail.Dkim;
using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Doctor;

/// <summary>The whole command over a zone: what it says, and what it says of a key in DNS.</summary>
public sealed class DoctorDnsTests : IDisposable
{
    private static readonly DkimKey Key = DkimKey.Create("harbour.example", "s1", 2048);
    private static readonly DkimKey Other = DkimKey.Create("harbour.example", "s1", 1024);

    private static readonly string[] Good =
    [
        "harbour.example MX 10 mx.harbour.example",
        "harbour.example TXT v=spf1 mx -all",
        "_dmarc.harbour.example TXT v=DMARC1; p=reject; rua=mailto:reports@harbour.example",
        "mx.harbour.example A 192.0.2.10",
        "10.2.0.192.in-addr.arpa PTR mx.harbour.example",
    ];

    private readonly CommandSite _site = new();

    public DoctorDnsTests()
    {
        File.WriteAllText(_site.PathOf("dkim.pem"), Key.ExportPem());
        var file = JsonValue.Create(_site.PathOf("dkim.pem")).ToJsonString();
        _site.Replace("appsettings.json", "\"Transport\": \"file\"", $$"""
            "Transport": "file",
            "Dkim": { "Domain": "harbour.example", "Selector": "s1", "KeyFile": {{file}} }
            """);
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Good_zone_gives_this_report()
    {
        WriteZone([.. Good, $"{Key.RecordName} TXT {Key.Record}"]);

        var result = await _site.RunAsync("doctor", "--zone", "zone.json", "--ip", "192.0.2.10");

        string[] expected =
        [
            "PASS spf: harbour.example: strangers are refused (-all of harbour.example), 1/10 lookups",
            "PASS spf: harbour.example: 192.0.2.10 may send (mx of harbour.example)",
            "PASS dkim: s1._domainkey.harbour.example: publishes the key that signs, 2048 bits",
            "PASS dmarc: harbour.example: _dmarc.harbour.example says reject: forged mail is refused",
            "PASS dmarc: harbour.example: aligned with d=harbour.example and with MAIL FROM harbour.example",
            "PASS mx: harbour.example: mx.harbour.example",
            "PASS ptr: 192.0.2.10: mx.harbour.example and back",
        ];
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(expected, result.Output.Split('\n').Select(line => line.Trim())
            .Where(line => expected.Any(one => line.StartsWith(one[..9], StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("FAIL", "there is no record")]
    [InlineData("FAIL", "2 records", "ours", "ours")]
    [InlineData("FAIL", "another key", "other")]
    [InlineData("FAIL", "revoked", "v=DKIM1; p=")]
    [InlineData("FAIL", "v= is", "v=DKIM2; p=x")]
    [InlineData("FAIL", "base64", "v=DKIM1; p=!!!")]
    [InlineData("FAIL", "sha256", "ours; h=sha1")]
    [InlineData("FAIL", "email", "ours; s=tlsrpt")]
    [InlineData("WARN", "test", "ours; t=y")]
    [InlineData("WARN", "nobody could say", "SERVFAIL")]
    public async Task Broken_key_record_is_found(string verdict, string words, params string[] records)
    {
        WriteZone([.. Good, .. records.Select(record => $"{Key.RecordName} TXT {Text(record)}")]);

        var findings = (await _site.JsonAsync("doctor", "--zone", "zone.json"))["findings"]!.AsArray();

        Assert.Contains(findings, finding => (string)finding!["id"]! == "dkim"
            && (string)finding["verdict"]! == verdict
            && ((string)finding["message"]!).Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PASS", "the signature of harbour.example verifies", "ours")]
    [InlineData("FAIL", "the signature does not verify", "other")]
    public async Task Newest_letter_is_verified_with_the_key_in_dns(string verdict, string words, string record)
    {
        WriteZone([.. Good, $"{Key.RecordName} TXT {Text(record)}"]);
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);

        var findings = (await _site.JsonAsync("doctor", "--zone", "zone.json"))["findings"]!.AsArray();

        Assert.Contains(findings, finding => (string)finding!["id"]! == "letter"
            && (string)finding["verdict"]! == verdict
            && ((string)finding["message"]!).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_file_that_is_no_key_fails()
    {
        await File.WriteAllTextAsync(_site.PathOf("dkim.pem"), "no key", TestContext.Current.CancellationToken);
        WriteZone(Good);

        var result = await _site.RunAsync("doctor", "--zone", "zone.json");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("KeyFile", result.Output);
    }

    [Fact]
    public async Task Real_server_is_asked()
    {
        Assert.SkipWhen(DnsmasqServer.SkipReason() is not null, DnsmasqServer.SkipReason() ?? "");
        await using var server = await DnsmasqServer.StartAsync(
            [
                "local=/example/", "mx-host=harbour.example,mx.harbour.example,10",
                "host-record=mx.harbour.example,192.0.2.10",
                DnsmasqServer.Txt("harbour.example", "v=spf1 mx -all"),
                DnsmasqServer.Txt("_dmarc.harbour.example", "v=DMARC1; p=reject"),
                DnsmasqServer.Txt(Key.RecordName, Key.Record),
            ],
            TestContext.Current.CancellationToken);

        var report = await _site.JsonAsync("doctor", "--dns", $"{IPAddress.Loopback}:{server.Port}");

        var verdicts = report["findings"]!.AsArray().ToLookup(
            finding => (string)finding!["id"]!, finding => (string)finding!["verdict"]!);
        Assert.All(new[] { "spf", "dkim", "dmarc", "mx" }, id => Assert.Equal(["PASS"], verdicts[id].Distinct()));
    }

    private void WriteZone(IEnumerable<string> lines) =>
        File.WriteAllText(_site.PathOf("zone.json"), Zone.JsonOf(lines));

    private static string Text(string record) => record
        .Replace("ours", Key.Record, StringComparison.Ordinal)
        .Replace("other", Other.Record, StringComparison.Ordinal);
}
