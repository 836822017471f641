using Digest.Deliver;
using Digest.Model;
using Digest.Render;

namespace Digest.Run;

/// <summary>Delivers an approved issue, or what is left of it.</summary>
public sealed class IssueSending(IFrozenIssueStore frozen, IIssueStore issues, DeliveryWorker worker)
{
    /// <param name="held">Sending moves letters, so nobody else may.</param>
    /// <param name="progress">Told the counts as letters become final.</param>
    /// <exception cref="DigestException">The issue is unknown, a draft, cancelled or imported.</exception>
    public async Task<DeliveryReport> SendAsync(
        HeldNewsletter held, IssueRef reference, IProgress<LetterCounts> progress, CancellationToken cancellationToken)
    {
        var issue = await issues.FindAsync(reference, cancellationToken);
        if (issue is null || Refusal(issue) is not null)
            throw new DigestException(issue is null ? $"{reference}: there is no such issue" : Refusal(issue)!);

        var content = await frozen.FindAsync(reference, cancellationToken)
            ?? throw new DigestException($"{reference}: its frozen content is missing; restore the database from a backup");
        return await worker.RunAsync(held.Newsletter, content, progress, cancellationToken);
    }

    private static string? Refusal(Issue issue) => issue switch
    {
        { Imported: true } => $"{issue.Ref}: belongs to an imported archive, which is never mailed",
        { State: IssueState.Draft } => $"{issue.Ref}: is a draft; approve it first: digest approve {issue.Ref}",
        { State: IssueState.Cancelled } => $"{issue.Ref}: is cancelled; its items are in a later issue",
        _ => null,
    };
}
