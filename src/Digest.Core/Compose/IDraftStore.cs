using Digest.Model;

namespace Digest.Compose;

/// <summary>What composing needs of the ledger.</summary>
public interface IDraftStore
{
    /// <summary>The newsletter's issue in state Draft, if there is one: at most one is open at a time.</summary>
    Task<Issue?> FindDraftAsync(string newsletter, CancellationToken cancellationToken);

    /// <summary>The issue with the highest number that is not cancelled and not a draft, imported ones too.</summary>
    Task<Issue?> FindLastAsync(string newsletter, CancellationToken cancellationToken);

    /// <summary>
    /// Items first seen at or before a moment that were never offered to an issue (cancelled ones apart), oldest first.
    /// </summary>
    Task<IReadOnlyList<Item>> ListCandidatesAsync(
        string newsletter, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Saves the issue (insert or update) and marks items as offered to it, in one transaction.</summary>
    Task SaveDraftAsync(Issue issue, IReadOnlyList<string> itemIds, CancellationToken cancellationToken);
}
