namespace Digest.Run;

/// <summary>Runs asked for over HTTP, by idempotency key.</summary>
public interface IRunStore
{
    /// <summary>
    /// Records a run; if the newsletter has one with this key already, returns that one and records nothing.
    /// </summary>
    /// <param name="at">The moment the run is to take for now; a run started again takes the same.</param>
    Task<RunRecord> BeginAsync(
        string newsletter,
        string idempotencyKey,
        DateTimeOffset? at,
        DateTimeOffset now,
        CancellationToken cancellationToken);

    /// <summary>The same for a run that takes the moment it begins for now.</summary>
    Task<RunRecord> BeginAsync(
        string newsletter, string idempotencyKey, DateTimeOffset now, CancellationToken cancellationToken) =>
        BeginAsync(newsletter, idempotencyKey, at: null, now, cancellationToken);

    /// <summary>Saves how a run ended.</summary>
    Task FinishAsync(
        string id, RunState state, string reportJson, DateTimeOffset now, CancellationToken cancellationToken);

    Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Runs that a dead process left unfinished; they are started again.</summary>
    Task<IReadOnlyList<RunRecord>> ListUnfinishedAsync(CancellationToken cancellationToken);
}
