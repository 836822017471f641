using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Digest.IntegrationTests.Run;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Doctor;

/// <summary>The whole command against a mail server with a certificate of its own.</summary>
public sealed class DoctorSmtpTests : IDisposable
{
    private static readonly string[] Offered = ["PIPELINING", "8BITMIME", "DSN", "SIZE 10000000", "AUTH PLAIN"];

    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData(false, SslProtocols.Tls13, "TLS 1.3")]
    [InlineData(true, SslProtocols.Tls12, "TLS 1.2")]
    public async Task Sound_server_passes_with_what_it_offers(bool isImplicit, SslProtocols tls, string words)
    {
        using var certificate = TestCertificate.For(days: 60);

        var script = Script(certificate) with { IsImplicit = isImplicit, Tls = tls };
        var finding = Assert.Single(await FindingsAsync(script));

        Assert.Equal("PASS", (string)finding["verdict"]!);
        Assert.EndsWith(
            $": takes letters over {words}, without signing in; offers {string.Join(", ", Offered)}",
            (string)finding["message"]!);
    }

    [Theory]
    [InlineData("localhost", 5, "WARN", "its certificate ends on 20")]
    [InlineData("localhost", -1, "FAIL", "certificate")]
    [InlineData("other.example", 60, "FAIL", "certificate")]
    public async Task Certificate_is_judged(string host, int days, string verdict, string words)
    {
        using var certificate = TestCertificate.For(host, days);

        await FindsAsync(verdict, words, Script(certificate));
    }

    [Fact]
    public async Task Server_without_starttls_fails() => await FindsAsync("FAIL", "STARTTLS", Script(null));

    [Fact]
    public async Task Password_asked_for_in_the_clear_is_warned_of()
    {
        using var certificate = TestCertificate.For(days: 60);

        await FindsAsync("WARN", "before TLS", Script(certificate) with { Features = Offered });
    }

    [Fact]
    public async Task Limit_below_the_newest_letter_fails()
    {
        using var certificate = TestCertificate.For(days: 60);
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);

        await FindsAsync("FAIL", "a letter has", Script(certificate) with { ProtectedFeatures = ["SIZE 2048"] });
    }

    private static FakeSmtpScript Script(X509Certificate2? certificate) =>
        new() { Certificate = certificate, Features = [], ProtectedFeatures = Offered };

    private async Task FindsAsync(string verdict, string words, FakeSmtpScript script) => Assert.Contains(
        await FindingsAsync(script),
        finding => (string)finding["verdict"]! == verdict
            && ((string)finding["message"]!).Contains(words, StringComparison.Ordinal));

    private async Task<IReadOnlyList<JsonNode>> FindingsAsync(FakeSmtpScript script)
    {
        await using var server = new FakeSmtpServer(script);
        await File.WriteAllTextAsync(_site.PathOf("ca.pem"), script.Certificate?.ExportCertificatePem() ?? "");
        await File.WriteAllTextAsync(_site.PathOf("zone.json"), "{}");
        var smtp = new JsonObject
        {
            ["Host"] = "localhost",
            ["Port"] = server.Port,
            ["Security"] = script.IsImplicit ? "implicit" : "required",
            ["CaFile"] = script.Certificate is null ? null : _site.PathOf("ca.pem"),
        };
        _site.Replace("appsettings.json", "\"file\"", $"\"smtp\", \"Smtp\": {smtp.ToJsonString()}");

        var report = await _site.JsonAsync("doctor", "--zone", "zone.json");
        return [.. report["findings"]!.AsArray().Select(one => one!).Where(one => (string)one["id"]! == "smtp")];
    }
}
