using Digest.Model;

namespace Digest.Subscribers;

/// <summary>Subscriptions of every newsletter.</summary>
public interface ISubscriberStore
{
    /// <summary>
    /// Adds subscriptions in one transaction. One that exists (same newsletter, same address key) keeps its id and
    /// state, and takes the new name, language, topics and zone: an import never brings back a reader who left.
    /// </summary>
    Task<SubscriberAddCounts> AddAsync(IReadOnlyList<Subscriber> subscribers, CancellationToken cancellationToken);

    /// <summary>Every subscription of a newsletter, oldest first, streamed.</summary>
    IAsyncEnumerable<Subscriber> ListAsync(string newsletter, CancellationToken cancellationToken);

    /// <summary>Finds by id.</summary>
    Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a subscription to a state; false if there is none with this id or it is in the state already.
    /// </summary>
    Task<bool> MoveAsync(string id, SubscriptionState state, DateTimeOffset now, CancellationToken cancellationToken);
}
