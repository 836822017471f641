using Digest.Mail.Dkim;
using Digest.Mail.Dns;

namespace Digest.Doctor;

/// <summary>The DKIM key: it can be read, and its public half stands in DNS as verifiers want it (RFC 6376).</summary>
public sealed class DkimFindings(MailScope scope) : ICheck
{
    public const string Subject = "dkim";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (scope.Mail.Dkim is not { Domain: { } domain, Selector: { } selector, KeyFile: { } file })
        {
            return
            [
                new Finding(
                    Verdict.Warn,
                    Subject,
                    "letters are not signed, and large providers refuse what is not signed",
                    "make a key with digest dkim new, and set Mail:Dkim"),
            ];
        }

        try
        {
            return await LookAsync(DkimKey.Parse(domain, selector, File.ReadAllText(file)), cancellationToken);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or FormatException)
        {
            return [new Finding(Verdict.Fail, Subject, $"{file} cannot be used: {trouble.Message}", "mend Mail:Dkim")];
        }
    }

    private async Task<IReadOnlyList<Finding>> LookAsync(DkimKey key, CancellationToken cancellationToken)
    {
        var publish = $"publish a TXT record at {key.RecordName}: {key.Record}";
        var answer = await scope.Dns.ResolveAsync(key.RecordName, DnsType.Txt, cancellationToken);
        if (answer is DnsAnswer.TempError error)
            return [MailScope.Unknown(Subject, key.RecordName, error.Reason)];

        var records = answer.Of<DnsRecord.Text>();
        return records.Count switch
        {
            0 => [new Finding(Verdict.Fail, Subject, $"{key.RecordName}: there is no record", publish)],
            1 => Judge(key, records[0].Joined, publish),
            var count => [new Finding(
                Verdict.Fail,
                Subject,
                $"{key.RecordName}: {count} records, and one is allowed",
                $"take them away, then {publish}")],
        };
    }

    private static IReadOnlyList<Finding> Judge(DkimKey key, string text, string publish)
    {
        var record = DkimKeyRecord.Parse(text);
        if (record.Faults.Count > 0)
            return [.. record.Faults.Select(fault => new Finding(Verdict.Fail, Subject, $"{key}: {fault}", publish))];
        if (!record.Publishes(key))
        {
            const string Message = "publishes another key than the one that signs";
            return [new Finding(Verdict.Fail, Subject, $"{key}: {Message}", publish)];
        }

        if (ProbeFault(key, text) is { } fault)
            return [new Finding(Verdict.Fail, Subject, $"{key}: a signed probe does not verify: {fault}", publish)];

        var remedy = record.IsTesting ? "take t=y out of the record" : "make a longer key, under a new selector";
        var warnings = record.Warnings.Select(warning =>
            new Finding(Verdict.Warn, Subject, $"{key}: {warning}", remedy));
        return
        [
            new Finding(Verdict.Pass, Subject, $"{key}: publishes the key that signs, {record.Bits} bits"), .. warnings,
        ];
    }

    private static string? ProbeFault(DkimKey key, string text)
    {
        var probe = new DkimSigner(key).Sign("From: probe@localhost\r\n\r\n"u8, DateTimeOffset.UnixEpoch);
        return DkimVerifier.Verify(probe, _ => text)[0].Fault;
    }
}
