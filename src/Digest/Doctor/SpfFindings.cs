using System.Net;
using System.Net.Sockets;
using Digest.Mail.Dns;
using Digest.Mail.Mime;
using Digest.Mail.Spf;

namespace Digest.Doctor;

/// <summary>
/// The SPF record of every envelope domain (RFC 7208): it is one and right, stays inside the limits, keeps strangers
/// out, and lets our own host send.
/// </summary>
public sealed class SpfFindings(MailScope scope) : ICheck
{
    public const string Subject = "spf";

    // Class E: nobody sends from there, so every term is looked at, and what lets it pass lets the world pass.
    private static readonly IPAddress Stranger = new([240, 0, 0, 1]);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var sender in scope.Senders.Select(sender => sender.Envelope).DistinctBy(sender => sender.Domain))
        {
            var result = await CheckAsync(sender, Stranger, cancellationToken);
            findings.Add(Judge(sender.Domain, result, scope.Outgoing));
            if (result.Verdict is SpfVerdict.None or SpfVerdict.PermError or SpfVerdict.TempError)
                continue;

            findings.AddRange(await OutdatedAsync(sender.Domain, cancellationToken));
            findings.AddRange(await CoverageAsync(sender, cancellationToken));
        }

        return findings;
    }

    private Task<SpfResult> CheckAsync(EmailAddress sender, IPAddress host, CancellationToken cancellationToken) =>
        SpfCheck.RunAsync(
            scope.Dns,
            new SpfIdentity(host, sender.LocalPart, sender.Domain, scope.Mail.Smtp.ClientName ?? "localhost"),
            cancellationToken);

    private static Finding Judge(string domain, SpfResult result, IPAddress? outgoing) => result.Verdict switch
    {
        SpfVerdict.None => new Finding(
            Verdict.Fail, Subject, result.Reason, $"publish a TXT record at {domain}: {Proposal(outgoing)}"),
        SpfVerdict.PermError => new Finding(
            Verdict.Fail,
            Subject,
            $"{domain}: {result.Reason}",
            "leave one record, and in it only what exists; ip4 and ip6 cost no lookups"),
        SpfVerdict.TempError => MailScope.Unknown(Subject, domain, result.Reason),
        SpfVerdict.Pass => new Finding(
            Verdict.Fail, Subject, $"{domain} lets every host send ({result.Reason})", "end the record in -all"),
        SpfVerdict.Neutral => new Finding(
            Verdict.Warn,
            Subject,
            $"{domain} says nothing about strangers ({result.Reason})",
            "end the record in -all or ~all"),
        _ => new Finding(
            Verdict.Pass, Subject, $"{domain}: strangers are refused ({result.Reason}), {result.Lookups}/10 lookups"),
    };

    private static string Proposal(IPAddress? outgoing) => outgoing?.AddressFamily switch
    {
        null => "v=spf1 include:… -all, with the name that your mail provider gives for include",
        AddressFamily.InterNetworkV6 => $"v=spf1 ip6:{outgoing} -all",
        _ => $"v=spf1 ip4:{outgoing} -all",
    };

    private async Task<IEnumerable<Finding>> OutdatedAsync(string domain, CancellationToken cancellationToken)
    {
        var answer = await scope.Dns.ResolveAsync(domain, DnsType.Txt, cancellationToken);
        var text = answer.Of<DnsRecord.Text>().Select(record => record.Joined).FirstOrDefault(SpfRecord.IsOne) ?? "";
        return SpfRecord.TryParse(text, out var record, out _)
            && record.Directives.Any(directive => directive.Mechanism is SpfMechanism.Reverse)
                ? [new Finding(Verdict.Warn, Subject, $"{domain} uses ptr, which is slow and frowned on", "drop ptr")]
                : [];
    }

    /// <summary>A relay may send from other addresses than it takes mail at, so only --ip makes it certain.</summary>
    private async Task<IEnumerable<Finding>> CoverageAsync(EmailAddress sender, CancellationToken cancellationToken)
    {
        var hosts = await HostsAsync(cancellationToken);
        var findings = new List<Finding>();
        foreach (var host in hosts)
        {
            var result = await CheckAsync(sender, host, cancellationToken);
            var verdict = scope.Outgoing is null ? Verdict.Warn : Verdict.Fail;
            findings.Add(result.Verdict == SpfVerdict.Pass
                ? new Finding(Verdict.Pass, Subject, $"{sender.Domain}: {host} may send ({result.Reason})")
                : new Finding(
                    verdict,
                    Subject,
                    $"{sender.Domain}: {host} may not send ({result.Reason})",
                    "name it in the record; if letters leave from another address, give that one by --ip"));
        }

        return findings;
    }

    private async Task<IEnumerable<IPAddress>> HostsAsync(CancellationToken cancellationToken)
    {
        if (scope.Outgoing is { } outgoing)
            return [outgoing];
        if (scope.IsOwnRelay || scope.Mail.Smtp.Host.Length == 0)
            return [];
        if (IPAddress.TryParse(scope.Mail.Smtp.Host, out var address))
            return [address];

        var answer = await scope.Dns.ResolveAddressesAsync(scope.Mail.Smtp.Host, cancellationToken);
        return answer.Of<DnsRecord.Address>().Select(record => record.Value);
    }
}
