using Digest.Model;

namespace Digest.Run;

/// <summary>Issues as commands and runs see them.</summary>
public interface IIssueStore
{
    Task<Issue?> FindAsync(IssueRef issue, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Issue>> ListAsync(string newsletter, CancellationToken cancellationToken);

    /// <summary>Cancels a draft or an approved issue and frees its items; false in any other state.</summary>
    Task<bool> CancelAsync(IssueRef issue, CancellationToken cancellationToken);

    /// <summary>Letters of an issue by state, without moving anything.</summary>
    Task<LetterCounts> CountLettersAsync(IssueRef issue, CancellationToken cancellationToken);
}
