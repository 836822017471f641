using Digest.Compose;
using Digest.Lint;
using Digest.Model;
using Digest.Render;
using Microsoft.Extensions.Logging;

namespace Digest.Run;

/// <summary>
/// Turns a draft into an approved issue: reads the file an editor left, refuses it where it holds errors, renders it
/// once and freezes the result.
/// </summary>
public sealed partial class IssueApproval(
    IIssueStore issues,
    IFrozenIssueStore frozen,
    DraftReader drafts,
    IssueLint lint,
    IssueRenderer renderer,
    ILogger<IssueApproval> logger)
{
    /// <param name="held">Approving moves the issue, so nobody else may.</param>
    /// <param name="at">The time of approval; never before the end of the issue's window.</param>
    /// <param name="despite">Rules whose errors an editor has seen and overlooks.</param>
    /// <exception cref="DigestException">
    /// There is no such issue, it is cancelled, or its file cannot be read.
    /// </exception>
    public async Task<ApprovalOutcome> ApproveAsync(
        HeldNewsletter held,
        IssueRef reference,
        DateTimeOffset at,
        IReadOnlyCollection<string> despite,
        CancellationToken cancellationToken)
    {
        var issue = await issues.FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        if (issue.State == IssueState.Cancelled)
            throw new DigestException($"{reference}: is cancelled; its items are in a later issue");
        if (issue.State != IssueState.Draft)
            return await KnownAsync(reference, cancellationToken);

        var found = await lint.CheckAsync(held.Newsletter, reference, cancellationToken);
        var overlooked = found.Errors.Where(error => despite.Contains(error.Rule)).ToList();
        if (found.Errors.Count > overlooked.Count)
            return new ApprovalOutcome.Refused(found);

        var content = await RenderAsync(held.Newsletter, issue, at, cancellationToken);
        if (!await frozen.FreezeAsync(content, cancellationToken))
            return await KnownAsync(reference, cancellationToken);

        foreach (var error in overlooked)
            Log.ErrorOverlooked(logger, reference, error.Rule, error.Line);
        return new ApprovalOutcome.Frozen(content, found);
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

    private static partial class Log
    {
        [LoggerMessage(5101, LogLevel.Warning, "{Issue}: approved despite {Rule} on line {Line}")]
        public static partial void ErrorOverlooked(ILogger logger, IssueRef issue, string rule, int line);
    }
}
