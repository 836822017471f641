using System.Globalization;
using System.Security.Cryptography;
using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>The sample newsletter sent by the whole program through Postfix, and what comes back.</summary>
public sealed class RelayTests : IDisposable
{
    private const string Domain = "driftwood.example";
    private const string Bounces = "bounces@rcpt.example";

    private const string Verify = """
        import dkim, sys
        record = {b's1._domainkey.driftwood.example.': b'v=DKIM1; k=rsa; p=' + sys.argv[1].encode()}
        print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: record.get(name)))
        """;

    private static readonly string[] Readers =
    [
        "lin.hai@reader.example", "chen.fan@reader.example", "zhao@xn--fiqs8s.example", "sato@yomu.example",
        "takahashi@yomu.example", "mira@inbox.example", "no-name@inbox.example", "press@inbox.example",
    ];

    private readonly TempSite _site = TempSite.OfSample();
    private readonly RSA _key = RSA.Create(2048);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _key.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task Sample_issue_reaches_every_reader_once_and_its_signature_holds()
    {
        await using var host = await StartAsync();
        var reason = await ForeignPython.SkipReasonAsync("dkim", Token);
        Assert.SkipWhen(reason is not null, reason ?? "");

        var first = await _site.RunAsync("run");
        var second = await _site.RunAsync("run");

        Assert.True(first.ExitCode == 0, first.Errors + first.Output);
        Assert.True(second.ExitCode == 0, second.Errors + second.Output);
        foreach (var reader in Readers)
            Assert.Equal("True", await VerifyAsync(Assert.Single(await host.MailsAsync(reader, 1, Token))));
    }

    [Fact]
    public async Task A_genuine_bounce_stops_mail_to_that_reader_and_to_no_other()
    {
        await using var host = await StartAsync();
        const string gone = $"sato@{MailHost.RefusedDomain}";
        _site.Replace("digests/community-weekly/subscribers.csv", "sato@yomu.example", gone);
        await _site.RunAsync("run");
        await host.MailsAsync(Bounces, 1, Token);

        var taken = await _site.JsonAsync("bounces", host.MaildirOf(Bounces));
        var next = await _site.JsonAsync("run", "--at", "2026-11-15");

        Assert.Equal(gone, (string?)Assert.Single(taken["mails"]!.AsArray())!["address"]);
        Assert.Equal(1, (int?)taken["counts"]!["suppressed"]);
        Assert.Equal(7, (int?)next["runs"]![0]!["delivery"]!["letters"]!["accepted"]);
        foreach (var reader in Readers.Where(reader => !reader.StartsWith("sato@", StringComparison.Ordinal)))
            Assert.Equal(2, (await host.MailsAsync(reader, 2, Token)).Count);
    }

    private async Task<MailHost> StartAsync()
    {
        var reason = MailHost.SkipReason();
        Assert.SkipWhen(reason is not null, reason ?? "");
        var host = await MailHost.StartAsync(Token);
        _site.Write("dkim.pem", _key.ExportPkcs8PrivateKeyPem());
        Set("Transport", "smtp");
        Set("Smtp__Host", MailHost.Host);
        Set("Smtp__Port", host.Ports.Submission.ToString(CultureInfo.InvariantCulture));
        Set("Smtp__Username", MailHost.Username);
        Set("Smtp__Password", MailHost.Password);
        Set("Smtp__CaFile", host.CertificateFile);
        Set("Dkim__Domain", Domain);
        Set("Dkim__Selector", "s1");
        Set("Dkim__KeyFile", _site.PathOf("dkim.pem"));
        Set("Bounces__Address", Bounces);
        return host;
    }

    private void Set(string key, string value) => _site.Environment[$"DIGEST_Mail__{key}"] = value;

    private async Task<string> VerifyAsync(DeliveredMail mail)
    {
        string[] arguments = ["-c", Verify, Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())];
        return (await ForeignProgram.RunAsync("/usr/bin/python3", arguments, mail.Octets, Token)).Success().Trim();
    }
}
