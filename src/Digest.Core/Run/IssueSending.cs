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
        if (Refusal(reference, issue) is { } refusal)
            throw new DigestException(refusal);

        var content = await frozen.FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.ContentLost(reference);
        return await worker.RunAsync(held.Newsletter, content, progress, cancellationToken);
    }

    /// <summary>Why an issue cannot be sent; null if it can.</summary>
    internal static string? Refusal(IssueRef reference, Issue? issue) => issue switch
    {
        null => IssueTrouble.Unknown(reference).Message,
        { Imported: true } => $"{reference}: belongs to an imported archive, which is never mailed",
        { State: IssueState.Draft } => $"{reference}: is a draft; approve it first: digest approve {reference}",
        { State: IssueState.Cancelled } => $"{reference}: is cancelled; its items are in a later issue",
        _ => null,
    };
}
