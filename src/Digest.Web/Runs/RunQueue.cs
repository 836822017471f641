using System.Collections.Concurrent;
using System.Threading.Channels;
using Digest.Run;

namespace Digest.Web.Runs;

/// <summary>Recorded runs on their way to the worker. A run that is on its way already is not added again.</summary>
public sealed class RunQueue
{
    private readonly Channel<RunRecord> _records = Channel.CreateUnbounded<RunRecord>();
    private readonly ConcurrentDictionary<string, RunRecord> _underway = new(StringComparer.Ordinal);

    public void Add(RunRecord record)
    {
        // The channel has no bound: every entry is a recorded run that must not be lost.
        if (_underway.TryAdd(record.Id, record))
            _records.Writer.TryWrite(record);
    }

    public IAsyncEnumerable<RunRecord> ReadAllAsync(CancellationToken cancellationToken) =>
        _records.Reader.ReadAllAsync(cancellationToken);

    /// <summary>The worker is done with it, finished or not.</summary>
    public void Remove(RunRecord record) => _underway.TryRemove(record.Id, out _);
}
