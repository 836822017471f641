using Digest.Model;
using Digest.Newsletters;
using Digest.Run;

namespace Digest.Doctor;

/// <summary>The newest issue of every newsletter as a letter: what providers and readers would find wrong.</summary>
public sealed class LetterFindings(
    NewsletterCatalog catalog, IIssueStore issues, IssuePreview preview, Func<TrialLetter> trial, Uri site) : ICheck
{
    public const string Subject = "letter";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var findings = new List<Finding>();
            foreach (var newsletter in catalog.Load())
                findings.AddRange(await LookAsync(newsletter, cancellationToken));

            return findings;
        }
        catch (Exception error) when (Outage.From(error) is { } outage)
        {
            return [new Finding(Verdict.Skip, Subject, $"no letter could be made: {outage.Message}")];
        }
    }

    private async Task<IEnumerable<Finding>> LookAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var all = await issues.ListAsync(newsletter.Slug, cancellationToken);
        if (all.FirstOrDefault(issue => !issue.Imported && issue.State != IssueState.Cancelled) is not { } newest)
            return [new Finding(Verdict.Skip, Subject, $"{newsletter.Slug}: there is no issue yet", "digest draft")];

        var content = await preview.ReadAsync(newsletter, newest.Ref, cancellationToken);
        var letter = trial().Write(newsletter, content, null);
        var findings = LetterLint.Look(letter, site)
            .Concat(newsletter.PostalAddress is null ? [NoAddress()] : [])
            .Select(finding => finding with { Message = $"{newest.Ref}: {finding.Message}" })
            .ToList();
        return findings.Count > 0
            ? findings
            : [new Finding(Verdict.Pass, Subject, $"{newest.Ref}: {letter.Length / 1024} KB, nothing to mend")];
    }

    private static Finding NoAddress() => new(
        Verdict.Warn,
        Subject,
        "the letter has no postal address, which many laws ask for",
        "set postal_address in newsletter.yml");
}
