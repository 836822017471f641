using System.Text.Json.Nodes;
using Xunit;

namespace Digest.EndToEndTests;

public sealed class DkimTests : IDisposable
{
    private static readonly string[] Key =
        ["--domain", "Harbour.example", "--selector", "s1", "--output", "keys/a.pem"];

    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task New_key_is_the_programs_alone_and_shows_what_to_publish()
    {
        var result = await _site.RunAsync(["dkim", "new", .. Key]);

        var path = _site.PathOf("keys/a.pem");
        var secret = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var published = Between(result.Output, "; p=", "\n");
        var strings = $"\"v=DKIM1; k=rsa; p={published[..237]}\" \"{published[237..]}\"";
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", secret);
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(secret.Split('\n')[1], result.Output);
        Assert.Equal(
            $$$"""
            s1._domainkey.harbour.example: a key of 2048 bits in {{{path}}}

            Publish this record:
              name   s1._domainkey.harbour.example
              type   TXT
              value  v=DKIM1; k=rsa; p={{{published}}}

            In a zone file:
              s1._domainkey.harbour.example. IN TXT ( {{{strings}}} )

            When the world sees it, sign with it, in appsettings.json:
              "Mail": {"Dkim":{"Domain":"harbour.example","Selector":"s1","KeyFile":"{{{path}}}"}}

            """,
            result.Output);
    }

    [Fact]
    public async Task The_key_of_the_settings_is_shown_as_it_was_when_it_was_made()
    {
        var made = await _site.JsonAsync(["dkim", "new", "--bits", "1024", .. Key]);
        Set(made["settings"]!["Mail"]!["Dkim"]!);

        var shown = await _site.JsonAsync("dkim", "show");
        var named = await _site.JsonAsync(
            "dkim", "show", "--key", "keys/a.pem", "--domain", "harbour.example", "--selector", "s1");

        Assert.Equal(made.ToJsonString(), shown.ToJsonString());
        Assert.Equal(made.ToJsonString(), named.ToJsonString());
        Assert.Equal((string?)made["record"]!["value"], string.Concat(made["record"]!["strings"]!.AsArray()));
    }

    [Fact]
    public async Task Letters_are_signed_with_the_new_key()
    {
        Set((await _site.JsonAsync(["dkim", "new", .. Key]))["settings"]!["Mail"]!["Dkim"]!);

        var run = await _site.RunAsync("run", "--at", TempSite.FirstWeek);

        Assert.True(run.ExitCode == 0, run.Errors + run.Output);
        Assert.All(_site.Letters(), letter => Assert.StartsWith(
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; q=dns/txt;\r\n d=harbour.example; s=s1;\r\n",
            File.ReadAllText(letter)));
    }

    [Fact]
    public async Task A_key_is_never_overwritten()
    {
        _site.Write("keys/a.pem", "precious");

        var result = await _site.RunAsync(["dkim", "new", .. Key]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.pem is there already, and a key is never overwritten: name another file", result.Errors);
        Assert.Equal("precious", await File.ReadAllTextAsync(
            _site.PathOf("keys/a.pem"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("not a domain", "s1", "2048", "the domain 'not a domain' is not a host name")]
    [InlineData("x.example", "a b", "2048", "the selector 'a b' is not made of host name labels")]
    [InlineData("x.example", "s1", "512", "a key cannot have 512 bits; use 2048, or 1024 to 4096 by 256")]
    public async Task Wrong_words_are_wrong_usage(string domain, string selector, string bits, string message)
    {
        var result = await _site.RunAsync(
            "dkim", "new", "--domain", domain, "--selector", selector, "--bits", bits, "--output", "a.pem");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal($"digest: {message}\n", result.Errors);
        Assert.False(File.Exists(_site.PathOf("a.pem")));
    }

    [Theory]
    [InlineData("digest: Mail:Dkim:KeyFile is not set; set it, or say --key\n", 2)]
    [InlineData("digest: Mail:Dkim:Domain is not set; set it, or say --domain\n", 2, "--key", "a.pem")]
    public async Task What_is_missing_to_show_a_key_is_named(string message, int code, params string[] options)
    {
        var result = await _site.RunAsync(["dkim", "show", .. options]);

        Assert.Equal(message, result.Errors);
        Assert.Equal(code, result.ExitCode);
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private void Set(JsonNode dkim)
    {
        var settings = JsonNode.Parse(File.ReadAllText(_site.PathOf("appsettings.json")))!.AsObject();
        settings["Mail"] ??= new JsonObject();
        settings["Mail"]!["Dkim"] = dkim.DeepClone();
        _site.Write("appsettings.json", settings.ToJsonString());
    }
}
