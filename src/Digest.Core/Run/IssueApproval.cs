using Digest.Compose;
using Digest.Model;
using Digest.Render;

namespace Digest.Run;

/// <summary>
/// Turns a draft into an approved issue: reads the file an editor left, renders it once and freezes the result.
/// </summary>
public sealed class IssueApproval(
    IIssueStore issues, IFrozenIssueStore frozen, DraftReader drafts, IssueRenderer renderer)
{
    /// <param name="held">Approving moves the issue, so nobody else may.</param>
    /// <param name="at">The time of approval; never before the end of the issue's window.</param>
    /// <exception cref="DigestException">
    /// There is no such issue, it is cancelled, or its file cannot be read.
    /// </exception>
    public async Task<ApprovalOutcome> ApproveAsync(
        HeldNewsletter held, IssueRef reference, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var issue = await issues.FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        if (issue.State == IssueState.Cancelled)
            throw new DigestException($"{reference}: is cancelled; its items are in a later issue");
        if (issue.State != IssueState.Draft)
            return await KnownAsync(reference, cancellationToken);

        var content = await RenderAsync(held.Newsletter, issue, at, cancellationToken);
        return await frozen.FreezeAsync(content, cancellationToken)
            ? new ApprovalOutcome.Frozen(content)
            : await KnownAsync(reference, cancellationToken);
    }

    private async Task<FrozenIssue> RenderAsync(
        Newsletter newsletter, Issue issue, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var draft = await drafts.ReadAsync(newsletter, issue, cancellationToken);
        if (SectionCounts.Of(draft.Document).Count == 0 && draft.Document.Intro.Count == 0)
        {
            throw new DigestException(
                $"{DraftFiles.PathOf(newsletter, issue.Ref)}: holds no item; write one, or give the issue up: "
                + $"digest issues cancel {issue.Ref}");
        }

        var approved = draft.Issue with
        {
            State = IssueState.Approved,
            Approved = at < issue.CutOff ? issue.CutOff : at,
        };
        return renderer.Render(newsletter, approved, draft.Document);
    }

    private async Task<ApprovalOutcome> KnownAsync(IssueRef reference, CancellationToken cancellationToken) =>
        await frozen.FindAsync(reference, cancellationToken) is { } content
            ? new ApprovalOutcome.KnownAlready(content)
            : throw IssueTrouble.ContentLost(reference);
}
