using System.Collections.Concurrent;
using System.Globalization;
using Digest.Model;
using Digest.Run;

namespace Digest.Testing;

/// <summary>The ledger of runs in memory, with the same rule for keys as the real one.</summary>
public sealed class RunStoreDouble : IRunStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Newsletter, string Key), string> _ids = [];
    private readonly ConcurrentDictionary<string, RunRecord> _records = new();

    public bool IsDown { get; set; }

    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_lock)
                return [.. _ids.Keys.Select(pair => pair.Key)];
        }
    }

    public Task<RunRecord> BeginAsync(
        string newsletter,
        string idempotencyKey,
        DateTimeOffset? at,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        ThrowIfDown();
        lock (_lock)
        {
            if (_ids.TryGetValue((newsletter, idempotencyKey), out var known))
                return Task.FromResult(_records[known] with { IsNew = false });

            var id = (_ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            _ids[(newsletter, idempotencyKey)] = id;
            return Task.FromResult(_records[id] = new RunRecord
            {
                Id = id,
                Newsletter = newsletter,
                State = RunState.Running,
                At = at,
                Started = now,
                IsNew = true,
            });
        }
    }

    public Task FinishAsync(
        string id, RunState state, string reportJson, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        _records[id] = _records[id] with { State = state, ReportJson = reportJson, Finished = now };
        return Task.CompletedTask;
    }

    public Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return Task.FromResult(_records.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<RunRecord>> ListUnfinishedAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunRecord>>(
            [.. _records.Values.Where(record => record.State == RunState.Running)]);

    private void ThrowIfDown()
    {
        if (IsDown)
            throw new DigestException("/secret/path/digest.db is locked; wait");
    }
}
