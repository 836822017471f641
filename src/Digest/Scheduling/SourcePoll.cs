using Digest.Gather;
using Digest.Model;
using Digest.Run;
using Digest.Web.Runs;

namespace Digest.Scheduling;

/// <summary>
/// Polls the sources of a newsletter between its runs: a feed of ten entries forgets more in a week than it holds.
/// What is new waits in the ledger for the next issue.
/// </summary>
public sealed class SourcePoll(Gatherer gatherer, RunLock runLock, TimeProvider clock)
{
    /// <inheritdoc cref="PollSources"/>
    public async Task<GatherReport?> RunAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        // Looked up before the lock is taken, so that a newsletter with nothing due never stands in anybody's way.
        if (!await gatherer.HasDueAsync(newsletter, cancellationToken))
            return null;

        using var held = runLock.Take(newsletter);
        return await gatherer.RunAsync(
            held.Newsletter,
            clock.GetUtcNow(),
            SourceChoice.Due,
            new IgnoredProgress<SourceResult>(),
            cancellationToken);
    }
}
