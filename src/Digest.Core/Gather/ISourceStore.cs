using Digest.Model;

namespace Digest.Gather;

/// <summary>The first-seen ledger and the memory of sources.</summary>
public interface ISourceStore
{
    /// <summary>What is remembered of each source of a newsletter, by source id.</summary>
    Task<IReadOnlyDictionary<string, SourceState>> ListStatesAsync(
        string newsletter, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps the items that the ledger does not know yet (their first-seen time is <paramref name="now"/>), refreshes
    /// the content of known ones that are in no issue yet, and remembers the new state, with <paramref name="now"/> as
    /// its <see cref="SourceState.LastNew"/> if an item was new; all in one transaction.
    /// </summary>
    /// <returns>How many items were new.</returns>
    Task<int> SaveAsync(
        string newsletter,
        string sourceId,
        IReadOnlyList<GatheredItem> items,
        SourceState state,
        DateTimeOffset now,
        CancellationToken cancellationToken);

    /// <summary>The waits that servers asked for, of all newsletters, those that have passed too.</summary>
    Task<IReadOnlyList<HostWait>> ListWaitsAsync(CancellationToken cancellationToken);

    /// <summary>Remembers a wait, and forgets those that ended before <paramref name="time"/>.</summary>
    Task SaveWaitAsync(HostWait wait, DateTimeOffset time, CancellationToken cancellationToken);
}
