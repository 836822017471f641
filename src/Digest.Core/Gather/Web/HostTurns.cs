using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Digest.Gather.Web;

/// <summary>
/// Gives each server (host and port) one request at a time, or as many as the settings say, whoever asks; those who
/// wait get their turn in the order they came.
/// </summary>
internal sealed class HostTurns(IOptions<GatherOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the server's turn; disposing the answer ends it.</summary>
    public async Task<IDisposable> WaitAsync(Uri address, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(
            WaitScope.Authority(address), _ => new SemaphoreSlim(options.Value.RequestsPerHost));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn, options.Value.HostPause, clock);
    }

    private sealed class Turn(SemaphoreSlim semaphore, TimeSpan pause, TimeProvider clock) : IDisposable
    {
        public void Dispose()
        {
            if (pause == TimeSpan.Zero)
                semaphore.Release();
            else
                _ = ReleaseAfterAsync();
        }

        // The one who asked goes on; the server has its rest before the next one comes.
        private async Task ReleaseAfterAsync()
        {
            await Task.Delay(pause, clock);
            semaphore.Release();
        }
    }
}
