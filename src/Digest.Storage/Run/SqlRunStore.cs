using System.Security.Cryptography;
using Digest.Run;
using Digest.Storage.Sql;

namespace Digest.Storage.Run;

/// <inheritdoc cref="IRunStore"/>
internal sealed class SqlRunStore(Database database) : IRunStore
{
    private const int IdBytes = 16;

    public Task<RunRecord> BeginAsync(
        string newsletter,
        string idempotencyKey,
        DateTimeOffset? at,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var isNew = await AddAsync(session, newsletter, idempotencyKey, at, now);
                var row = await session.FindAsync<RunRow>(
                    $"""
                    SELECT {RunRow.Columns} FROM run
                    WHERE newsletter = @newsletter AND idempotency_key = @idempotencyKey
                    """,
                    new { newsletter, idempotencyKey });
                return row!.ToRecord() with { IsNew = isNew };
            },
            cancellationToken);

    public Task FinishAsync(
        string id, RunState state, string reportJson, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "UPDATE run SET state = @State, report = @reportJson, finished = @Finished WHERE id = @id",
                new { id, State = SqlName.Write(state), reportJson, Finished = SqlTime.Write(now) }),
            cancellationToken);

    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        const string Sql = $"SELECT {RunRow.Columns} FROM run WHERE id = @id";
        var row = await database.ReadAsync(session => session.FindAsync<RunRow>(Sql, new { id }), cancellationToken);
        return row?.ToRecord();
    }

    public async Task<IReadOnlyList<RunRecord>> ListUnfinishedAsync(CancellationToken cancellationToken)
    {
        const string Sql = $"SELECT {RunRow.Columns} FROM run WHERE state = 'running' ORDER BY started, id";
        var rows = await database.ReadAsync(session => session.ListAsync<RunRow>(Sql), cancellationToken);
        return [.. rows.Select(row => row.ToRecord())];
    }

    private static async Task<bool> AddAsync(
        SqlSession session, string newsletter, string idempotencyKey, DateTimeOffset? at, DateTimeOffset now)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        return await session.ExecuteAsync(
            """
            INSERT INTO run (id, newsletter, idempotency_key, state, at, started)
            VALUES (@id, @newsletter, @idempotencyKey, 'running', @At, @Started)
            ON CONFLICT (newsletter, idempotency_key) DO NOTHING
            """,
            new { id, newsletter, idempotencyKey, At = SqlTime.Write(at), Started = SqlTime.Write(now) }) == 1;
    }
}
