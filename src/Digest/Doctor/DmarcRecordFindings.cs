using Digest.Mail.Dmarc;

namespace Digest.Doctor;

/// <summary>What is to be said of the policy record alone.</summary>
internal static class DmarcRecordFindings
{
    public static IEnumerable<Finding> Judge(DmarcWalk walk, DmarcStep step)
    {
        var (name, record) = ($"_dmarc.{step.Domain}", step.Record);

        // The sender's domain is taken to exist: it has to, or nobody could answer a letter.
        var policy = record.PolicyFor(step.Domain == walk.Domain, exists: true);
        yield return policy is { } found
            ? new Finding(Verdict.Pass, DmarcFindings.Subject, $"{walk.Domain}: {name} {Meaning(found)}")
            : new Finding(Verdict.Fail, DmarcFindings.Subject, $"{name}: no policy that holds", "mend p, sp and np");

        foreach (var fault in record.Faults)
            yield return Warn($"{name}: {fault}", "mend that tag; receivers pass over it");
        foreach (var old in record.Outdated)
            yield return Warn($"{name}: {old}", "drop it");
        if (record.Policy is null && record.Faults.Count == 0)
            yield return Warn($"{name}: p is missing and counts as none", "add p");
        if (policy == DmarcPolicy.None && record.Reports.Count == 0)
            yield return Warn($"{name}: p=none without rua changes nothing and reports nothing", "add rua=mailto:…");
        if (record.IsTest)
            yield return Warn($"{name}: t=y asks that nobody acts on the policy", "drop t=y once reports look well");
    }

    private static string Meaning(DmarcPolicy policy) => policy switch
    {
        DmarcPolicy.None => "says none: forged mail is let through",
        DmarcPolicy.Quarantine => "says quarantine: forged mail becomes spam",
        _ => "says reject: forged mail is refused",
    };

    private static Finding Warn(string message, string remedy) =>
        new(Verdict.Warn, DmarcFindings.Subject, message, remedy);
}
