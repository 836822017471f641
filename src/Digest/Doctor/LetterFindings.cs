using Digest.Run;

namespace Digest.Doctor;

/// <summary>The newest issue of every newsletter as a letter: what providers and readers would find wrong.</summary>
/// <param name="letters">The letters.</param>
/// <param name="site">Our own address, of which another check has something to say.</param>
/// <param name="scope">Whom to ask for the key of the signature; null where DNS is not asked.</param>
public sealed class LetterFindings(NewestLetters letters, Uri site, MailScope? scope) : ICheck
{
    public const string Subject = "letter";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var findings = new List<Finding>();
            foreach (var letter in await letters.ReadAsync(cancellationToken))
                findings.AddRange(await LookAsync(letter, cancellationToken));

            return findings;
        }
        catch (Exception error) when (Outage.From(error) is { } outage)
        {
            return [new Finding(Verdict.Skip, Subject, $"no letter could be made: {outage.Message}")];
        }
    }

    private async Task<IEnumerable<Finding>> LookAsync(NewestLetter letter, CancellationToken cancellationToken)
    {
        var newsletter = letter.Newsletter;
        if (letter.Issue is null)
            return [new Finding(Verdict.Skip, Subject, $"{newsletter.Slug}: there is no issue yet", "digest draft")];

        var signature = scope is null ? null : await LetterSignature.LookAsync(letter.Octets, scope, cancellationToken);
        Finding?[] more = [newsletter.PostalAddress is null ? NoAddress() : null, signature];
        var findings = LetterLint.Look(letter.Octets, site).Concat(more.OfType<Finding>()).ToList();
        if (findings.All(finding => finding.Verdict == Verdict.Pass))
            findings.Add(new Finding(Verdict.Pass, Subject, $"{letter.Octets.Length / 1024} KB, nothing to mend"));

        return findings.Select(finding => finding with { Message = $"{letter.Issue}: {finding.Message}" });
    }

    private static Finding NoAddress() => new(
        Verdict.Warn,
        Subject,
        "the letter has no postal address, which many laws ask for",
        "set postal_address in newsletter.yml");
}
