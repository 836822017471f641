using Digest.Model;

namespace Digest.Subscribers;

/// <summary>Addresses that must not be mailed, over all newsletters.</summary>
public interface ISuppressionStore
{
    /// <summary>Adds a suppression; false if the address was suppressed already (the first record stays).</summary>
    Task<bool> SuppressAsync(Suppression suppression, CancellationToken cancellationToken);

    /// <summary>Lifts it; false if there was none.</summary>
    Task<bool> LiftAsync(string addressHash, CancellationToken cancellationToken);

    Task<IReadOnlyList<Suppression>> ListAsync(CancellationToken cancellationToken);
}
