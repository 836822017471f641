namespace Digest.Run;

/// <summary>Runs asked for over HTTP, by idempotency key.</summary>
public interface IRunStore
{
    /// <summary>Records a run; if the newsletter has one with this key already, returns that one and records nothing.</summary>
    Task<RunRecord> BeginAsync(
        string newsletter, string idempotencyKey, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Saves how a run ended.</summary>
    Task FinishAsync(
        string id, RunState state, string reportJson, DateTimeOffset now, CancellationToken cancellationToken);

    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs that a dead process left unfinished; they are started again.</summary>
    Task<IReadOnlyList<RunRecord>> ListUnfinishedAsync(CancellationToken cancellationToken);
}
