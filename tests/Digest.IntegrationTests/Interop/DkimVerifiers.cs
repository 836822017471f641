using System.Text.Json;
using System.Text.Json.Nodes;
using Digest.Testing;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.IntegrationTests.Interop;

/// <summary>Whether programs that others wrote take a mail's signature, with the key where they look for it.</summary>
internal static class DkimVerifiers
{
    private const string KeyName = $"{SignedLetters.Selector}._domainkey.{SignedLetters.Domain}";

    private const string Python = """
        import dkim, sys
        record = {(sys.argv[2] + '.').encode(): sys.argv[3].encode()}
        print(dkim.verify(open(sys.argv[1], 'rb').read(), dnsfunc=lambda name, timeout=5: record.get(name)))
        """;

    private const string Perl = """
        use Mail::DKIM::Verifier; use Mail::DKIM::DNS; use Net::DNS;
        Mail::DKIM::DNS::resolver(Net::DNS::Resolver->new(nameservers => ['127.0.0.1'], port => shift));
        my $verifier = Mail::DKIM::Verifier->new;
        $verifier->PRINT($_) while <STDIN>;
        $verifier->CLOSE;
        print $verifier->result_detail;
        """;

    // It asks the system's resolver and no other: a network and a resolver file of its own give it the test's zone.
    private const string Opendkim = """
        set -e
        ip link set lo up
        echo nameserver 127.0.0.1 >"$1/resolv.conf"
        mount --bind "$1/resolv.conf" "$(readlink -f /etc/resolv.conf)"
        dnsmasq --conf-file="$1/dns.conf" --pid-file="$1/pid" --user=root
        code=0
        opendkim-testmsg <"$1/mail.eml" || code=$?
        kill "$(cat "$1/pid")"
        exit "$code"
        """;

    // The second is its word on a mail with two From fields.
    private static readonly string[] Refusals = ["Bad signature", "Syntax error"];

    private static readonly string KeyLine = DnsmasqServer.Txt(KeyName, SignedLetters.KeyRecord);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<bool> IsGoodForDkimpyAsync(byte[] mail)
    {
        Skip(await ForeignPython.SkipReasonAsync("dkim", Token));
        using var folder = new MailFolder(mail);
        string[] arguments = [folder.Mail, KeyName, SignedLetters.KeyRecord];
        return (await ForeignPython.RunAsync(Python, arguments, Token)).Trim() == "True";
    }

    public static async Task<bool> IsGoodForMailDkimAsync(byte[] mail)
    {
        Skip(DnsmasqServer.SkipReason() ?? ForeignProgram.SkipReason("perl") ?? await WithoutMailDkimAsync());
        await using var dns = await DnsmasqServer.StartAsync([KeyLine], Token);
        var end = await ForeignProgram.RunAsync("perl", ["-e", Perl, $"{dns.Port}"], mail, Token);
        return end.Success() == "pass";
    }

    public static async Task<bool> IsGoodForOpendkimAsync(byte[] mail)
    {
        Skip(ForeignProgram.SkipReason("opendkim-testmsg", "dnsmasq", "unshare", "ip")
            ?? ForeignProgram.SkipReasonOfRoot());
        using var folder = new MailFolder(mail);
        await folder.WriteAsync("dns.conf", [.. DnsmasqServer.Settings(53), KeyLine], Token);
        var end = await ForeignProgram.RunAsync(
            "unshare", ["-mn", "bash", "-c", Opendkim, "bash", folder.Root], Token);
        var isRefused = Refusals.Any(words => end.Errors.Contains(words, StringComparison.Ordinal));
        return isRefused ? false : end.Success() is not null;
    }

    /// <summary>What a receiver that checks DKIM, SPF and DMARC makes of a mail from <c>192.0.2.10</c>.</summary>
    public static async Task<JsonNode> ReportOfMailauthAsync(byte[] mail)
    {
        Skip(ForeignProgram.SkipReasonOfCheck("mailauth"));
        using var folder = new MailFolder(mail);
        await folder.WriteAsync("zone.json", [Zone()], Token);
        var end = await ForeignProgram.RunAsync(
            Path.Combine(ForeignProgram.MailChecks, "node_modules", ".bin", "mailauth"),
            [
                "report", folder.Mail, "-i", "192.0.2.10", "-e", "mx.news.example", "-f", "weekly@news.example",
                "--dns-cache", folder.PathOf("zone.json"),
            ],
            Token);
        return JsonNode.Parse(end.Success())!;
    }

    private static string Zone() => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        [KeyName] = Text(SignedLetters.KeyRecord),
        [SignedLetters.Domain] = Text("v=spf1 ip4:192.0.2.10 -all"),
        [$"_dmarc.{SignedLetters.Domain}"] = Text("v=DMARC1; p=reject; adkim=s; aspf=s"),
    });

    private static Dictionary<string, string[][]> Text(string record) => new() { ["TXT"] = [[record]] };

    private static async Task<string?> WithoutMailDkimAsync() =>
        Environment.GetEnvironmentVariable("CI") == "true"
        || (await ForeignProgram.RunAsync("perl", ["-MMail::DKIM", "-e", "1"], Token)).ExitCode == 0
            ? null
            : "perl has no Mail::DKIM";

    private static void Skip(string? reason) => Assert.SkipWhen(reason is not null, reason ?? "");
}
