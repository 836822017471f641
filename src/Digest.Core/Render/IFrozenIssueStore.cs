using Digest.Model;

namespace Digest.Render;

/// <summary>Keeps issues as they were approved.</summary>
public interface IFrozenIssueStore
{
    /// <summary>
    /// Saves everything frozen, moves the issue from Draft to the state it carries (Approved, or Sent for an imported
    /// one) and marks its items as included and the other offered ones as dropped; all in one transaction.
    /// </summary>
    /// <returns>False, with nothing changed, if the issue is frozen already.</returns>
    Task<bool> FreezeAsync(FrozenIssue issue, CancellationToken cancellationToken);

    Task<FrozenIssue?> FindAsync(IssueRef issue, CancellationToken cancellationToken);
}
