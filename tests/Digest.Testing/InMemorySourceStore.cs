using Digest.Gather;
using Digest.Model;

namespace Digest.Testing;

/// <summary>The first-seen ledger in memory. Keeps what it was told, in the order told.</summary>
public sealed class InMemorySourceStore : ISourceStore
{
    private readonly Dictionary<string, SourceState> _states = new(StringComparer.Ordinal);

    /// <summary>In the order first seen.</summary>
    public List<Item> Items { get; } = [];

    /// <summary>Source ids in the order saved.</summary>
    public List<string> Saves { get; } = [];

    /// <summary>What servers asked for.</summary>
    public List<HostWait> Waits { get; } = [];

    public SourceState StateOf(string sourceId) => _states.GetValueOrDefault(sourceId, SourceState.Empty);

    public void Remember(string sourceId, SourceState state) => _states[sourceId] = state;

    public Task<IReadOnlyDictionary<string, SourceState>> ListStatesAsync(
        string newsletter, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, SourceState>>(new Dictionary<string, SourceState>(_states));

    public Task<int> SaveAsync(
        string newsletter,
        string sourceId,
        IReadOnlyList<GatheredItem> items,
        SourceState state,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Saves.Add(sourceId);
        var added = items.Count(item => Keep(newsletter, sourceId, item, now));
        _states[sourceId] = added > 0 ? state with { LastNew = now } : state;
        return Task.FromResult(added);
    }

    public Task<IReadOnlyList<HostWait>> ListWaitsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HostWait>>([.. Waits]);

    public Task SaveWaitAsync(HostWait wait, DateTimeOffset time, CancellationToken cancellationToken)
    {
        Waits.RemoveAll(known => known.Scope == wait.Scope || known.Until <= time);
        Waits.Add(wait);
        return Task.CompletedTask;
    }

    private bool Keep(string newsletter, string sourceId, GatheredItem content, DateTimeOffset now)
    {
        var id = ItemId.Of(newsletter, sourceId, content.ExternalId);
        var known = Items.FindIndex(item => item.Id == id);
        if (known >= 0)
        {
            Items[known] = Items[known] with { Content = content };
            return false;
        }

        Items.Add(new Item
        {
            Id = id,
            Newsletter = newsletter,
            SourceId = sourceId,
            FirstSeen = now,
            Content = content,
        });
        return true;
    }
}
