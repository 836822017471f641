using Digest.Compose;
using Digest.Model;
using Digest.Render;

namespace Digest.Run;

/// <summary>
/// Shows an issue as readers will see it, without moving anything: as frozen, or as its draft would be now.
/// </summary>
public sealed class IssuePreview(
    IIssueStore issues, IFrozenIssueStore frozen, DraftReader drafts, IssueRenderer renderer, TimeProvider clock)
{
    /// <exception cref="DigestException">There is no such issue, or its draft cannot be read.</exception>
    public async Task<FrozenIssue> ReadAsync(
        Newsletter newsletter, IssueRef reference, CancellationToken cancellationToken)
    {
        if (await frozen.FindAsync(reference, cancellationToken) is { } content)
            return content;

        var issue = await issues.FindAsync(reference, cancellationToken)
            ?? throw IssueTrouble.Unknown(reference);
        var draft = await drafts.ReadAsync(newsletter, issue, cancellationToken);
        return renderer.Render(newsletter, draft.Issue with { Approved = clock.GetUtcNow() }, draft.Document);
    }
}
