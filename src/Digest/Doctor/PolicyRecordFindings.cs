using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>
/// The records beyond what providers ask for, for every domain that readers see: MTA-STS, TLS-RPT and BIMI. For
/// information: a missing one is no fault, and the files they lead to are not fetched.
/// </summary>
public sealed class PolicyRecordFindings(MailScope scope) : ICheck
{
    public static IEnumerable<string> Subjects => PolicyRecordKind.All.Select(kind => kind.Subject);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var domain in scope.Senders.Select(sender => sender.From.Domain).Distinct())
        {
            foreach (var kind in PolicyRecordKind.All)
                findings.Add(await LookAsync(kind, $"{kind.Labels}.{domain}", cancellationToken));
        }

        return findings;
    }

    private async Task<Finding> LookAsync(PolicyRecordKind kind, string name, CancellationToken cancellationToken)
    {
        var answer = await scope.Dns.ResolveAsync(name, DnsType.Txt, cancellationToken);
        if (answer is DnsAnswer.TempError error)
            return MailScope.Unknown(kind.Subject, name, error.Reason);

        var records = answer.Of<DnsRecord.Text>().Select(record => record.Joined).Where(kind.IsOne).ToList();
        return records switch
        {
            [] => new Finding(Verdict.Pass, kind.Subject, $"{name}: there is no record, and none is asked for"),
            [var text] => Judge(kind, name, kind.Value(text)),
            _ => Warn(kind, $"{name}: {records.Count} records, so none holds", "leave one of them"),
        };
    }

    private static Finding Judge(PolicyRecordKind kind, string name, string? value) =>
        value is not null && kind.IsRight(value)
            ? new Finding(Verdict.Pass, kind.Subject, $"{name}: {kind.Tag}={value}")
            : Warn(kind, $"{name}: {kind.Tag}= is missing or wrong", $"it takes {kind.Wanted}");

    private static Finding Warn(PolicyRecordKind kind, string message, string remedy) =>
        new(Verdict.Warn, kind.Subject, message, remedy);
}
