using System.Runtime.CompilerServices;
using Digest.Model;
using Digest.Subscribers;

namespace Digest.Testing;

/// <summary>Subscriptions and suppressions in memory, with the rules of the seams.</summary>
public sealed class InMemorySubscriberStore : ISubscriberStore, ISuppressionStore
{
    private readonly List<Subscriber> _subscribers = [];
    private readonly Dictionary<string, Suppression> _suppressions = [];

    public IReadOnlyList<Subscriber> Subscribers => _subscribers;

    /// <summary>Sizes of the batches added.</summary>
    public List<int> Batches { get; } = [];

    public Task<SubscriberAddCounts> AddAsync(
        IReadOnlyList<Subscriber> subscribers, CancellationToken cancellationToken)
    {
        Batches.Add(subscribers.Count);
        var added = subscribers.Count(Add);
        var suppressed = subscribers.Count(
            subscriber => _suppressions.ContainsKey(AddressHash.Of(subscriber.Mailbox.Address)));
        return Task.FromResult(new SubscriberAddCounts(added, subscribers.Count - added, suppressed));
    }

    public async IAsyncEnumerable<Subscriber> ListAsync(
        string newsletter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var subscriber in _subscribers.Where(subscriber => subscriber.Newsletter == newsletter))
            yield return subscriber;
    }

    public Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_subscribers.Find(subscriber => subscriber.Id == id));

    public Task<bool> MoveAsync(
        string id, SubscriptionState state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var index = _subscribers.FindIndex(subscriber => subscriber.Id == id && subscriber.State != state);
        if (index >= 0)
            _subscribers[index] = _subscribers[index] with { State = state };
        return Task.FromResult(index >= 0);
    }

    public Task<bool> SuppressAsync(Suppression suppression, CancellationToken cancellationToken) =>
        Task.FromResult(_suppressions.TryAdd(suppression.AddressHash, suppression));

    public Task<bool> LiftAsync(string addressHash, CancellationToken cancellationToken) =>
        Task.FromResult(_suppressions.Remove(addressHash));

    Task<IReadOnlyList<Suppression>> ISuppressionStore.ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Suppression>>([.. _suppressions.Values]);

    private bool Add(Subscriber subscriber)
    {
        var known = _subscribers.FindIndex(other => other.Newsletter == subscriber.Newsletter
            && other.Mailbox.Address.Key == subscriber.Mailbox.Address.Key);
        if (known >= 0)
            _subscribers[known] = subscriber with { Id = _subscribers[known].Id, State = _subscribers[known].State };
        else
            _subscribers.Add(subscriber);
        return known < 0;
    }
}
