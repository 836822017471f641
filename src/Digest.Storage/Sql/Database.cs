using Digest.Model;

namespace Digest.Storage.Sql;

/// <summary>
/// Runs the stores' work on a database. Readers run side by side; writers of this process take turns here, where
/// waiting costs no thread, and those of other processes in the engine.
/// </summary>
internal sealed class Database(ConnectionFactory connections) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public string Location => connections.Location;

    public bool Exists => connections.Exists;

    public Task CreateAsync(CancellationToken cancellationToken) => ExplainAsync(async () =>
    {
        await connections.CreateAsync(cancellationToken);
        return true;
    });

    /// <summary>Runs queries that change nothing.</summary>
    public Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken) =>
        ExplainAsync(async () =>
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            return await work(new SqlSession(connections.Dialect, connection, null, cancellationToken));
        });

    /// <summary>Runs work in one transaction: all of it is durable on return, none of it after an exception.</summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ExplainAsync(() => TransactAsync(work, cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<T> TransactAsync<T>(Func<SqlSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = await connections.BeginWriteAsync(connection, cancellationToken);
        try
        {
            var result = await work(new SqlSession(connections.Dialect, connection, transaction, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch
        {
            connections.PrepareRollback(connection);
            throw;
        }
    }

    private async Task<T> ExplainAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not DigestException
            && connections.Explain(exception) is not null)
        {
            throw connections.Explain(exception)!;
        }
    }
}
