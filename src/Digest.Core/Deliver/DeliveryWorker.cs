using Digest.Model;

namespace Digest.Deliver;

/// <summary>Delivers a frozen issue: opens its outbox, hands every due letter to the transport and records each answer.</summary>
public sealed class DeliveryWorker
{
    /// <param name="progress">Told the counts as letters become final.</param>
    public Task<DeliveryReport> RunAsync(
        Newsletter newsletter, FrozenIssue issue, IProgress<LetterCounts> progress, CancellationToken cancellationToken)
    {
        throw new NotImplementedException();
    }
}
