using System.Net;
using System.Text.Json;
using Digest.Mail.Spf;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Mail;

/// <summary>The same records, hosts and zone given to pyspf: both must come to the same result.</summary>
public sealed class SpfAgreesTests
{
    /// <summary>Answers out of the zone file instead of the network; one JSON line with a result per case.</summary>
    private const string Script = """
        import json, sys, spf
        zone, cases = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
        def lookup(name, qtype, tcpfallback=True, timeout=30):
            types = zone.get(name.lower().rstrip('.'), {})
            if types.get(qtype) == 'SERVFAIL':
                raise spf.TempError('DNS SERVFAIL')
            records = types.get(qtype, [])
            if qtype == 'TXT':
                return [((name, 'TXT'), tuple(s.encode() for s in r)) for r in records]
            if qtype == 'MX':
                return [((name, 'MX'), (r['priority'], r['exchange'])) for r in records]
            return [((name, qtype), r) for r in records]
        spf.DNSLookup = lookup
        results = []
        for record, ip in cases:
            zone['case.example'] = dict(zone['case.example'], TXT=[[record]])
            results.append(spf.check2(i=ip, s='news@case.example', h='mx.case.example', timeout=0)[0])
        print(json.dumps(results))
        """;

    private static readonly string[] Zone =
    [
        "case.example A 192.0.2.1", "case.example MX 10 mx.case.example", "mx.case.example A 192.0.2.2",
        "mx.case.example AAAA 2001:db8::2", "2.2.0.192.in-addr.arpa PTR mx.case.example",
        "in.example TXT v=spf1 ip4:192.0.2.9 -all", "soft.example TXT v=spf1 ~all",
        "wrong.example TXT v=spf1 ipv4:192.0.2.9 -all", "down.example TXT SERVFAIL", "down.example A SERVFAIL",
        "loop.example TXT v=spf1 include:loop.example -all", "mx.case.example._x.example A 127.0.0.2",
        "1.2.0.192._x.example A 127.0.0.2", "news.case.example A 127.0.0.2",
    ];

    private static readonly string[] Terms =
    [
        "-all", "~all", "?all", "+all", "", "a -all", "a/24 -all", "a//64 -all", "mx -all", "mx/31//127 -all",
        "ptr -all", "ptr:other.example -all", "ip4:192.0.2.0/30 -all", "ip4:192.0.2.0/33 -all", "ip4:192.0.2 -all",
        "ip6:2001:db8::/64 -all", "ip6:2001:db8::2 ~all", "ip6:192.0.2.1 -all", "include:in.example -all",
        "include:soft.example -all", "include:wrong.example -all", "include:gone.example -all",
        "include:down.example -all", "include:loop.example -all", "redirect=in.example", "redirect=gone.example",
        "a:down.example -all", "exists:%{ir}.none.example -all", "exists:%{i}._y.example ?all",
        "exists:%{h}._x.example -all", "exists:%{l}.%{d} -all", "exists:%{ir}._x.example -all", "all:x -all",
        "include: -all", "unknown -all", "unknown=%{d} -all", "redirect=a.example redirect=b.example",
        "a:a.gone.example a:b.gone.example -all", "a:a.gone.example a:b.gone.example a:c.gone.example -all",
        "mx mx mx mx mx mx mx mx mx mx -all", "mx mx mx mx mx mx mx mx mx mx mx -all", "exists:%{x}.example -all",
        "-ALL", "A -aLL", "exp=why.example -all", "a:%{d2} -all", "ip4:192.0.2.1 redirect=in.example",
    ];

    private static readonly string[] Hosts = ["192.0.2.1", "192.0.2.2", "192.0.2.9", "2001:db8::2"];

    // Some are named in Terms with what makes them fail; these are put together in any order.
    private static readonly string[] Mechanisms =
    [
        "a", "a/30", "a:mx.case.example//32", "mx", "mx:case.example/24", "ptr", "ip4:192.0.2.2", "ip4:192.0.2.8/29",
        "ip6:2001:db8::/32", "include:in.example", "include:soft.example", "exists:%{ir}._x.example",
        "exists:%{h}._x.example", "exists:%{l}.%{d1r}.example", "a:gone.example", "include:down.example", "all",
        "a:%{o}", "exists:%{s}.none.example", "mx:gone.example",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_agree_with_pyspf()
    {
        var reason = await ForeignPython.SkipReasonAsync("spf", Stop);
        Assert.SkipWhen(reason is not null, reason ?? "");
        string[][] cases =
        [
            .. Terms.Concat(PutTogether(400)).SelectMany(terms =>
                Hosts.Select(host => new[] { $"v=spf1 {terms}", host })),
        ];

        var theirs = await TheirsAsync(cases);

        var differences = new List<string>();
        foreach (var (index, one) in cases.Index())
        {
            var ours = (await OursAsync(one[0], one[1])).ToString().ToLowerInvariant();
            if (ours != theirs[index])
                differences.Add($"{one[0]} from {one[1]}: we say {ours}, pyspf {theirs[index]}");
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    /// <summary>The same ones in every run.</summary>
    private static IEnumerable<string> PutTogether(int count)
    {
        var random = new Random(7208);
        for (var i = 0; i < count; i++)
        {
            var terms = Enumerable.Range(0, random.Next(1, 7)).Select(_ =>
                random.GetItems(["", "", "+", "-", "~", "?"], 1)[0] + random.GetItems(Mechanisms, 1)[0]);
            yield return string.Join(' ', terms.Append(random.GetItems(["-all", "redirect=in.example", ""], 1)[0]));
        }
    }

    private static async Task<SpfVerdict> OursAsync(string record, string host)
    {
        var sender = new SpfIdentity(IPAddress.Parse(host), "news", "case.example", "mx.case.example");
        return (await SpfCheck.RunAsync(Digest.Testing.Zone.Of([.. Zone, $"case.example TXT {record}"]), sender, Stop))
            .Verdict;
    }

    private static async Task<string[]> TheirsAsync(string[][] cases)
    {
        var folder = Directory.CreateTempSubdirectory("digest-spf-").FullName;
        try
        {
            string[] files = [Path.Combine(folder, "zone.json"), Path.Combine(folder, "cases.json")];
            await File.WriteAllTextAsync(files[0], Digest.Testing.Zone.JsonOf(Zone), Stop);
            await File.WriteAllTextAsync(files[1], JsonSerializer.Serialize(cases), Stop);
            return JsonSerializer.Deserialize<string[]>(await ForeignPython.RunAsync(Script, files, Stop))!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
