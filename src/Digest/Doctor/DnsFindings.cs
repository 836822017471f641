namespace Digest.Doctor;

/// <summary>SPF, DKIM and DMARC of the sender's domain: not looked at yet, and the report says so.</summary>
public sealed class DnsFindings : ICheck
{
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
        [
            new Finding(
                Verdict.Skip,
                "DNS",
                "SPF, DKIM and DMARC records are not checked by this version",
                "check them by hand before you send to many readers"),
        ]);
}
