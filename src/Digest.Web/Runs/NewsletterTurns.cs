using System.Collections.Concurrent;

namespace Digest.Web.Runs;

/// <summary>
/// One job at a time per newsletter, whoever asks for it: the schedule, the API or the delivery of deferred letters.
/// Two deliveries of one issue at once would each take the other's letters for those of a dead process.
/// </summary>
public sealed class NewsletterTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the newsletter's turn; disposing the answer ends it.</summary>
    public async Task<IDisposable> WaitAsync(string newsletter, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(newsletter, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
