using Digest.Mail.Dmarc;
using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>
/// DMARC by RFC 9989 for every sender that readers see: a policy is found, it is right, its reports may be sent where
/// it says, and at least one identifier of our letters is aligned.
/// </summary>
public sealed class DmarcFindings(MailScope scope) : ICheck
{
    public const string Subject = "dmarc";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var sender in scope.Senders.DistinctBy(sender => (sender.From.Domain, sender.Envelope.Domain)))
            findings.AddRange(await LookAsync(sender, cancellationToken));

        return findings;
    }

    private async Task<IEnumerable<Finding>> LookAsync(MailSender sender, CancellationToken cancellationToken)
    {
        var walk = await DmarcWalk.RunAsync(scope.Dns, sender.From.Domain, cancellationToken);
        if (walk.TempError is { } reason)
            return [MailScope.Unknown(Subject, walk.Domain, reason)];

        var doubled = walk.Doubled.Select(domain => Fail(
            $"_dmarc.{domain}: more than one record, so none holds", "leave one of them")).ToList();
        return walk.Policy is { } step
            ? [.. doubled,
               .. DmarcRecordFindings.Judge(walk, step),
               .. await ReportsAsync(step, cancellationToken),
               await AlignmentAsync(walk, step.Record, sender, cancellationToken)]
            : doubled.Count > 0 ? doubled : [Missing(walk.Domain)];
    }

    private static Finding Missing(string domain) => Fail(
        $"{domain}: there is no policy; large providers ask for one",
        $"publish a TXT record at _dmarc.{domain}: v=DMARC1; p=none; rua=mailto:…");

    /// <summary>A domain of another organization has to agree to get the reports (RFC 9990 §4).</summary>
    private async Task<IEnumerable<Finding>> ReportsAsync(DmarcStep step, CancellationToken cancellationToken)
    {
        var owner = await DmarcWalk.RunAsync(scope.Dns, step.Domain, cancellationToken);
        var findings = new List<Finding>();
        foreach (var domain in step.Record.Reports.Select(report => report.Domain).Distinct())
        {
            var target = await DmarcWalk.RunAsync(scope.Dns, domain, cancellationToken);
            if (owner.IsAlignedWith(target, isStrict: false))
                continue;

            var name = $"{step.Domain}._report._dmarc.{domain}";
            var answer = await scope.Dns.ResolveAsync(name, DnsType.Txt, cancellationToken);
            if (answer is DnsAnswer.TempError error)
                findings.Add(MailScope.Unknown(Subject, name, error.Reason));
            else if (!answer.Of<DnsRecord.Text>().Any(text => DmarcRecord.IsOne(text.Joined)))
                findings.Add(Warn($"{domain} does not agree to get the reports", $"publish TXT {name}: v=DMARC1"));
        }

        return findings;
    }

    private async Task<Finding> AlignmentAsync(
        DmarcWalk from, DmarcRecord record, MailSender sender, CancellationToken cancellationToken)
    {
        var envelope = await DmarcWalk.RunAsync(scope.Dns, sender.Envelope.Domain, cancellationToken);
        var isSpf = from.IsAlignedWith(envelope, record.IsSpfStrict);
        var isDkim = scope.Mail.Dkim.Domain is { } signer
            && from.IsAlignedWith(await DmarcWalk.RunAsync(scope.Dns, signer, cancellationToken), record.IsDkimStrict);
        var (spf, dkim) = ($"MAIL FROM {envelope.Domain}", $"d={scope.Mail.Dkim.Domain}");
        return (isDkim, isSpf) switch
        {
            (true, true) => Pass($"{from.Domain}: aligned with {dkim} and with {spf}"),
            (true, false) => Warn($"{from.Domain}: aligned with {dkim} only", "let MAIL FROM be of the same domain"),
            (false, true) => Warn(
                $"{from.Domain}: aligned with {spf} only, which forwarding breaks", "sign with DKIM for this domain"),
            _ => Fail($"{from.Domain}: nothing is aligned, so every letter fails", "set Mail:Dkim:Domain to it"),
        };
    }

    private static Finding Pass(string message) => new(Verdict.Pass, Subject, message);

    private static Finding Warn(string message, string remedy) => new(Verdict.Warn, Subject, message, remedy);

    private static Finding Fail(string message, string remedy) => new(Verdict.Fail, Subject, message, remedy);
}
