using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Xunit;

namespace Digest.IntegrationTests.Run;

public sealed class DoctorTests : IDisposable
{
    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Sound_set_up_passes_and_says_what_is_not_looked_at()
    {
        var findings = await FindingsAsync();

        Assert.DoesNotContain(findings, finding => Verdict(finding) == "FAIL");
        Assert.Equal(
            [
                "smtp", "spf", "dkim", "dmarc", "mx", "ptr", "mta-sts", "tls-rpt", "bimi", "unsubscribe", "clock",
                "letter",
            ],
            findings.Where(finding => Verdict(finding) == "SKIP" && Subject(finding) != "keys")
                .Select(finding => (string)finding["id"]!));
        Assert.False(Directory.Exists(_site.PathOf("data/keys")));
    }

    [Fact]
    public async Task Issue_is_looked_at_as_a_letter()
    {
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);

        var letter = (await FindingsAsync()).Where(finding => Subject(finding) == "letter").ToList();

        Assert.NotEmpty(letter);
        Assert.All(letter, finding => Assert.Contains(Verdict(finding), new[] { "PASS", "WARN" }));
        Assert.All(letter, finding => Assert.StartsWith("harbour/", (string)finding["message"]!));
    }

    [Theory]
    [InlineData("--dns", "ns.example:53")]
    [InlineData("--ip", "300.0.2.1")]
    [InlineData("--zone", "nothing.json")]
    [InlineData("--zone", "appsettings.json")]
    [InlineData("--zone", "zone.json", "--dns", "127.0.0.1")]
    public async Task Wrong_option_is_wrong_usage(params string[] options) =>
        Assert.Equal(2, (await _site.RunAsync(["doctor", .. options])).ExitCode);

    [Theory]
    [InlineData("\"Transport\": \"file\"", "\"Transport\": \"pigeon\"", "settings", "pigeon")]
    [InlineData("https://news.harbour.example/", "http://news.harbour.example/", "public address", "https")]
    public async Task Wrong_setting_fails_with_its_remedy(string old, string with, string subject, string words)
    {
        _site.Replace("appsettings.json", old, with);

        var failed = Assert.Single(await FindingsAsync(), finding => Verdict(finding) == "FAIL");

        Assert.Equal(subject, Subject(failed));
        Assert.Contains(words, (string)failed["message"]!);
        Assert.NotEmpty((string)failed["remedy"]!);
    }

    [Fact]
    public async Task Server_that_does_not_answer_fails()
    {
        _site.Replace("appsettings.json", "\"Transport\": \"file\"", """
            "Transport": "smtp", "Smtp": { "Host": "127.0.0.1", "Port": 1, "Security": "none" }
            """);

        Assert.Contains(
            await FindingsAsync(), finding => Verdict(finding) == "FAIL" && Subject(finding) == "smtp");
    }

    [Fact]
    public async Task Wrong_newsletter_fails_line_by_line()
    {
        _site.Replace("digests/harbour/newsletter.yml", "language: en", "langauge: en");

        var failed = (await FindingsAsync()).Where(finding => Verdict(finding) == "FAIL").ToList();

        Assert.All(failed, finding => Assert.Equal("newsletters", Subject(finding)));
        Assert.Contains(
            failed, finding => ((string)finding["message"]!).Contains("newsletter.yml:2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Broken_template_fails()
    {
        Directory.CreateDirectory(_site.PathOf("templates"));

        Assert.Contains(
            await FindingsAsync(), finding => Verdict(finding) == "FAIL" && Subject(finding) == "templates");
    }

    [Fact]
    public async Task File_that_is_no_database_fails()
    {
        Directory.CreateDirectory(_site.PathOf("data"));
        await File.WriteAllTextAsync(
            _site.PathOf("data/digest.db"), new string('x', 8192), TestContext.Current.CancellationToken);

        var result = await _site.RunAsync("doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("FAIL storage", result.Output);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Key_that_others_can_read_is_warned_of()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        File.SetUnixFileMode(
            _site.PathOf("data/keys/unsubscribe.key"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        Assert.Contains(await FindingsAsync(), finding => Verdict(finding) == "WARN" && Subject(finding) == "keys");
    }

    private async Task<IReadOnlyList<JsonNode>> FindingsAsync() =>
        [.. (await _site.JsonAsync("doctor"))["findings"]!.AsArray().Select(finding => finding!)];

    private static string Verdict(JsonNode finding) => (string)finding["verdict"]!;

    private static string Subject(JsonNode finding) => (string)finding["subject"]!;
}
