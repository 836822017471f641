using System.Collections.Concurrent;
using Digest.Model;
using Digest.Subscribers;

namespace Digest.IntegrationTests.Web;

/// <summary>Remembers who left.</summary>
public sealed class SubscriberDouble : ISubscriberStore
{
    private readonly ConcurrentDictionary<string, SubscriptionState> _states = new();

    public IReadOnlyDictionary<string, SubscriptionState> States => _states;

    public Task<bool> MoveAsync(
        string id, SubscriptionState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var moved = !_states.TryGetValue(id, out var before) || before != state;
        _states[id] = state;
        return Task.FromResult(moved);
    }

    public Task<SubscriberAddCounts> AddAsync(
        IReadOnlyList<Subscriber> subscribers, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<Subscriber> ListAsync(string newsletter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
