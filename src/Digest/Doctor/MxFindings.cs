using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>Every domain that a letter names as a sender takes mail: answers and bounces have to arrive.</summary>
public sealed class MxFindings(MailScope scope) : ICheck
{
    public const string Subject = "mx";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var domains = scope.Senders
            .SelectMany(sender => new[] { sender.From, sender.ReplyTo, sender.Envelope })
            .Select(address => address.Domain)
            .Distinct();
        var findings = new List<Finding>();
        foreach (var domain in domains)
            findings.Add(await LookAsync(domain, cancellationToken));

        return findings;
    }

    private async Task<Finding> LookAsync(string domain, CancellationToken cancellationToken) =>
        await scope.Dns.ResolveAsync(domain, DnsType.Mx, cancellationToken) switch
        {
            DnsAnswer.TempError error => MailScope.Unknown(Subject, domain, error.Reason),
            DnsAnswer.Found found => await JudgeAsync(domain, found, cancellationToken),
            DnsAnswer.NoName => Fail($"{domain} does not exist", "use a domain that does"),
            _ => await WithoutAsync(domain, cancellationToken),
        };

    private async Task<Finding> JudgeAsync(
        string domain, DnsAnswer.Found found, CancellationToken cancellationToken)
    {
        var hosts = found.Of<DnsRecord.Exchanger>().OrderBy(one => one.Preference).Select(one => one.Exchange).ToList();
        if (hosts.Contains(""))
            return Fail($"{domain} takes no mail, it says (RFC 7505)", "publish another MX, or change the domain");

        var dead = new List<string>();
        foreach (var host in hosts)
        {
            var answer = await scope.Dns.ResolveAddressesAsync(host, cancellationToken);
            if (answer is DnsAnswer.TempError error)
                return MailScope.Unknown(Subject, host, error.Reason);
            if (answer is not DnsAnswer.Found)
                dead.Add(host);
        }

        return dead.Count == 0
            ? new Finding(Verdict.Pass, Subject, $"{domain}: {string.Join(", ", hosts)}")
            : new Finding(
                dead.Count == hosts.Count ? Verdict.Fail : Verdict.Warn,
                Subject,
                $"{domain}: {string.Join(", ", dead)} has no address",
                "publish its address, or take it out of the MX records");
    }

    /// <summary>Servers then try the domain's own address (RFC 5321 §5.1), which seldom takes mail.</summary>
    private async Task<Finding> WithoutAsync(string domain, CancellationToken cancellationToken) =>
        await scope.Dns.ResolveAddressesAsync(domain, cancellationToken) switch
        {
            DnsAnswer.TempError error => MailScope.Unknown(Subject, domain, error.Reason),
            DnsAnswer.Found => new Finding(
                Verdict.Warn, Subject, $"{domain} has no MX record, only an address", Publish(domain)),
            _ => Fail($"{domain} has neither MX nor address: answers and bounces are lost", Publish(domain)),
        };

    private static string Publish(string domain) => $"publish an MX record at {domain}";

    private static Finding Fail(string message, string remedy) => new(Verdict.Fail, Subject, message, remedy);
}
