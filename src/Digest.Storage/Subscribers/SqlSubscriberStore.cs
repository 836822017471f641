using System.Runtime.CompilerServices;
using Digest.Model;
using Digest.Storage.Sql;
using Digest.Subscribers;

namespace Digest.Storage.Subscribers;

/// <inheritdoc cref="ISubscriberStore"/>
internal sealed class SqlSubscriberStore(Database database) : ISubscriberStore
{
    private const int PageSize = 1000;

    public Task<SubscriberAddCounts> AddAsync(
        IReadOnlyList<Subscriber> subscribers, CancellationToken cancellationToken)
    {
        var rows = subscribers.Select(SubscriberRow.From).ToList();
        return database.WriteAsync(session => AddAsync(session, rows), cancellationToken);
    }

    /// <remarks>Read a page at a time, so that a slow caller holds no connection and no snapshot open.</remarks>
    public async IAsyncEnumerable<Subscriber> ListAsync(
        string newsletter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {SubscriberRow.Columns} FROM subscriber
            WHERE newsletter = @newsletter AND (created, seq) > (@Created, @Seq)
            ORDER BY created, seq LIMIT @PageSize
            """;
        var last = new SubscriberRow();
        IReadOnlyList<SubscriberRow> page;
        do
        {
            var parameters = new { newsletter, last.Created, last.Seq, PageSize };
            page = await database.ReadAsync(
                session => session.ListAsync<SubscriberRow>(Sql, parameters), cancellationToken);
            foreach (var row in page)
                yield return (last = row).ToSubscriber();
        }
        while (page.Count == PageSize);
    }

    public async Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken)
    {
        const string Sql = $"SELECT {SubscriberRow.Columns} FROM subscriber WHERE id = @id";
        var row = await database.ReadAsync(
            session => session.FindAsync<SubscriberRow>(Sql, new { id }), cancellationToken);
        return row?.ToSubscriber();
    }

    public Task<bool> MoveAsync(
        string id, SubscriptionState state, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(
                "UPDATE subscriber SET state = @State, changed = @Changed WHERE id = @id AND state <> @State",
                new { id, State = SqlName.Write(state), Changed = SqlTime.Write(now) }) == 1,
            cancellationToken);

    private static async Task<SubscriberAddCounts> AddAsync(SqlSession session, List<SubscriberRow> rows)
    {
        var known = await CountKnownAsync(session, rows);
        var suppressed = await session.KnownAsync(
            "SELECT address_hash FROM suppression WHERE address_hash IN @Keys",
            rows.Select(row => row.AddressHash),
            keys => new { Keys = keys });

        await PutAsync(session, rows);
        return new SubscriberAddCounts(
            rows.Count - known, known, rows.Count(row => suppressed.Contains(row.AddressHash)));
    }

    private static async Task<int> CountKnownAsync(SqlSession session, List<SubscriberRow> rows)
    {
        var known = 0;
        foreach (var group in rows.GroupBy(row => row.Newsletter, StringComparer.Ordinal))
        {
            var present = await session.KnownAsync(
                "SELECT address_key FROM subscriber WHERE newsletter = @Newsletter AND address_key IN @Keys",
                group.Select(row => row.AddressKey),
                keys => new { Newsletter = group.Key, Keys = keys });
            var addresses = group.Select(row => row.AddressKey).Distinct(StringComparer.Ordinal);
            known += group.Count() - addresses.Count(key => !present.Contains(key));
        }

        return known;
    }

    private static Task<int> PutAsync(SqlSession session, List<SubscriberRow> rows) => session.ExecuteAsync(
        """
        INSERT INTO subscriber (id, newsletter, address_key, address_hash, address, name, language, topics, time_zone,
            state, consent, created, changed)
        VALUES (@Id, @Newsletter, @AddressKey, @AddressHash, @Address, @Name, @Language, @Topics, @TimeZone,
            @State, @Consent, @Created, @Created)
        ON CONFLICT (newsletter, address_key) DO UPDATE SET name = excluded.name, language = excluded.language,
            topics = excluded.topics, time_zone = excluded.time_zone
        """,
        rows);
}
