using Digest.Mail.Dns;

namespace Digest.Mail.Dmarc;

/// <summary>
/// The DNS tree walk of RFC 9989 §4.10: from a domain up to its top, at most eight questions. It finds the record that
/// holds for the domain, and the organization that the domain belongs to; no list of public suffixes is needed.
/// </summary>
public sealed record DmarcWalk
{
    private const int MaxLabels = 7;

    /// <summary>Where the walk began.</summary>
    public required string Domain { get; init; }

    /// <summary>The records that were found, from the longest name to the shortest.</summary>
    public required IReadOnlyList<DmarcStep> Steps { get; init; }

    /// <summary>Domains with more than one record, each of which is as good as none.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Why the walk could not be finished; null if it was.</summary>
    public string? TempError { get; init; }

    /// <summary>The organizational domain (§4.10.2); relaxed alignment compares these.</summary>
    public string Organization
    {
        get
        {
            foreach (var (domain, record) in Steps)
            {
                if (record.PublicSuffix == 'n')
                    return domain;
                if (record.PublicSuffix == 'y' && domain != Domain)
                    return Below(domain);
            }

            return Steps.Count > 0 ? Steps[^1].Domain : Domain;
        }
    }

    /// <summary>The record that holds for the domain (§4.10.1); null if there is none.</summary>
    public DmarcStep? Policy =>
        Steps.FirstOrDefault(step => step.Domain == Domain)
        ?? Steps.FirstOrDefault(step => step.Domain == Organization)
        ?? Steps.FirstOrDefault(step => step.Record.PublicSuffix == 'y');

    public static async Task<DmarcWalk> RunAsync(DnsResolver dns, string domain, CancellationToken cancellationToken)
    {
        var (steps, doubled) = (new List<DmarcStep>(), new List<string>());
        var start = DnsName.TryNormalize(domain, out var normal) ? normal : domain;
        var walk = new DmarcWalk { Domain = start, Steps = steps, Doubled = doubled };
        foreach (var name in NamesFrom(start))
        {
            var answer = await dns.ResolveAsync($"_dmarc.{name}", DnsType.Txt, cancellationToken);
            if (answer is DnsAnswer.TempError error)
                return walk with { TempError = $"_dmarc.{name}: {error.Reason}" };

            var records = answer.Of<DnsRecord.Text>().Select(text => text.Joined).Where(DmarcRecord.IsOne).ToList();
            if (records.Count > 1)
                doubled.Add(name);
            if (records.Count != 1)
                continue;

            steps.Add(new DmarcStep(name, DmarcRecord.Parse(records[0])));
            if (steps[^1].Record.PublicSuffix is 'y' or 'n')
                break;
        }

        return walk;
    }

    /// <summary>Whether the two are the same for receivers.</summary>
    /// <param name="other">The walk from the domain that was authenticated.</param>
    /// <param name="isStrict">Whether only the same domain will do.</param>
    public bool IsAlignedWith(DmarcWalk other, bool isStrict) =>
        Domain == other.Domain || (!isStrict && Organization == other.Organization);

    /// <summary>The name itself, then at most the seven labels on its right, one fewer each time.</summary>
    private static IEnumerable<string> NamesFrom(string domain)
    {
        yield return domain;
        var labels = DnsName.Labels(domain);
        for (var skip = Math.Max(1, labels.Length - MaxLabels); skip < labels.Length; skip++)
            yield return string.Join('.', labels[skip..]);
    }

    private string Below(string suffix)
    {
        var labels = DnsName.Labels(Domain);
        var count = Math.Min(labels.Length, DnsName.Labels(suffix).Length + 1);
        return string.Join('.', labels[^count..]);
    }
}
