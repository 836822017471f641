using Digest.Model;
using Digest.Newsletters;
using Digest.Run;

namespace Digest.Doctor;

/// <summary>The newest issue of every newsletter as a letter, written once for all checks that look at it.</summary>
public sealed class NewestLetters(
    NewsletterCatalog catalog, IIssueStore issues, IssuePreview preview, Func<TrialLetter> trial)
{
    private Task<IReadOnlyList<NewestLetter>>? _letters;

    /// <exception cref="DigestException">A newsletter, its draft or the database cannot be read.</exception>
    public Task<IReadOnlyList<NewestLetter>> ReadAsync(CancellationToken cancellationToken) =>
        _letters ??= WriteAsync(cancellationToken);

    /// <summary>The octets of the largest one; null if there is none, of which another check speaks.</summary>
    public async Task<int?> LargestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(cancellationToken))
                .Where(letter => letter.Issue is not null)
                .Max(letter => (int?)letter.Octets.Length);
        }
        catch (Exception error) when (Outage.From(error) is not null)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<NewestLetter>> WriteAsync(CancellationToken cancellationToken)
    {
        var letters = new List<NewestLetter>();
        foreach (var newsletter in catalog.Load())
            letters.Add(await WriteAsync(newsletter, cancellationToken));

        return letters;
    }

    private async Task<NewestLetter> WriteAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var all = await issues.ListAsync(newsletter.Slug, cancellationToken);
        if (all.FirstOrDefault(issue => !issue.Imported && issue.State != IssueState.Cancelled) is not { } newest)
            return new NewestLetter(newsletter, null, default);

        var content = await preview.ReadAsync(newsletter, newest.Ref, cancellationToken);
        return new NewestLetter(newsletter, newest.Ref, trial().Write(newsletter, content, null));
    }
}
