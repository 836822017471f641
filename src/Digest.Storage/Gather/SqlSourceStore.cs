using Digest.Gather;
using Digest.Model;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Gather;

/// <inheritdoc cref="ISourceStore"/>
internal sealed class SqlSourceStore(Database database) : ISourceStore
{
    public async Task<IReadOnlyDictionary<string, SourceState>> ListStatesAsync(
        string newsletter, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            SELECT source_id AS SourceId, etag AS ETag, last_modified AS LastModified, last_success AS LastSuccess,
                last_try AS LastTry, last_error AS LastError, failures AS Failures, memory AS Memory,
                address AS Address, last_new AS LastNew, next_try AS NextTry, rests_since AS RestsSince,
                moved_to AS MovedTo, first_try AS FirstTry
            FROM source_state WHERE newsletter = @newsletter
            """;
        var rows = await database.ReadAsync(
            session => session.ListAsync<SourceStateRow>(Sql, new { newsletter }), cancellationToken);
        return rows.ToDictionary(row => row.SourceId, row => row.ToState(), StringComparer.Ordinal);
    }

    public Task<int> SaveAsync(
        string newsletter,
        string sourceId,
        IReadOnlyList<GatheredItem> items,
        SourceState state,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var rows = items.Select(item => ItemRow.From(newsletter, sourceId, item, now)).ToList();
        return database.WriteAsync(
            async session =>
            {
                var added = await AddAsync(session, rows);
                await RefreshAsync(session, rows);
                var known = added > 0 ? state with { LastNew = now } : state;
                await RememberAsync(session, SourceStateRow.From(newsletter, sourceId, known));
                return added;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<HostWait>> ListWaitsAsync(CancellationToken cancellationToken)
    {
        const string Sql = "SELECT scope AS Scope, until AS Until, reason AS Reason FROM host_wait";
        var rows = await database.ReadAsync(session => session.ListAsync<HostWaitRow>(Sql), cancellationToken);
        return [.. rows.Select(row => row.ToWait())];
    }

    public Task SaveWaitAsync(HostWait wait, DateTimeOffset time, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    "DELETE FROM host_wait WHERE until <= @Time", new { Time = SqlTime.Write(time) });
                return await session.ExecuteAsync(
                    """
                    INSERT INTO host_wait (scope, until, reason) VALUES (@Scope, @Until, @Reason)
                    ON CONFLICT (scope) DO UPDATE SET until = excluded.until, reason = excluded.reason
                    """,
                    HostWaitRow.From(wait));
            },
            cancellationToken);

    private static Task<int> AddAsync(SqlSession session, IReadOnlyList<ItemRow> rows) => session.ExecuteAsync(
        """
        INSERT INTO item (id, newsletter, source_id, external_id, first_seen, content)
        VALUES (@Id, @Newsletter, @SourceId, @ExternalId, @FirstSeen, @Content)
        ON CONFLICT (newsletter, source_id, external_id) DO NOTHING
        """,
        rows);

    // An item that is in an issue stays as the editor saw it.
    private static Task<int> RefreshAsync(SqlSession session, IReadOnlyList<ItemRow> rows) => session.ExecuteAsync(
        """
        UPDATE item SET content = @Content
        WHERE newsletter = @Newsletter AND source_id = @SourceId AND external_id = @ExternalId
          AND issue_label IS NULL AND content <> @Content
        """,
        rows);

    private static Task<int> RememberAsync(SqlSession session, SourceStateRow row) => session.ExecuteAsync(
        """
        INSERT INTO source_state (newsletter, source_id, etag, last_modified, last_success, last_try, last_error,
            failures, memory, address, last_new, next_try, rests_since, moved_to, first_try)
        VALUES (@Newsletter, @SourceId, @ETag, @LastModified, @LastSuccess, @LastTry, @LastError, @Failures, @Memory,
            @Address, @LastNew, @NextTry, @RestsSince, @MovedTo, @FirstTry)
        ON CONFLICT (newsletter, source_id) DO UPDATE SET etag = excluded.etag,
            last_modified = excluded.last_modified, last_success = excluded.last_success,
            last_try = excluded.last_try, last_error = excluded.last_error, failures = excluded.failures,
            memory = excluded.memory, address = excluded.address, last_new = excluded.last_new,
            next_try = excluded.next_try, rests_since = excluded.rests_since, moved_to = excluded.moved_to,
            first_try = excluded.first_try
        """,
        row);
}
