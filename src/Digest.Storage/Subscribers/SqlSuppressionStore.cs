using Digest.Model;
using Digest.Storage.Sql;
using Digest.Subscribers;

namespace Digest.Storage.Subscribers;

/// <inheritdoc cref="ISuppressionStore"/>
internal sealed class SqlSuppressionStore(Database database) : ISuppressionStore
{
    public Task<bool> SuppressAsync(Suppression suppression, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session => await session.ExecuteAsync(
                """
                INSERT INTO suppression (address_hash, reason, evidence, since)
                VALUES (@AddressHash, @Reason, @Evidence, @Since)
                ON CONFLICT (address_hash) DO NOTHING
                """,
                SuppressionRow.From(suppression)) == 1,
            cancellationToken);

    public Task<bool> LiftAsync(string addressHash, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.ExecuteAsync(
            "DELETE FROM suppression WHERE address_hash = @addressHash", new { addressHash }) == 1,
        cancellationToken);

    public async Task<IReadOnlyList<Suppression>> ListAsync(CancellationToken cancellationToken)
    {
        const string Sql =
            """
            SELECT address_hash AS AddressHash, reason AS Reason, evidence AS Evidence, since AS Since
            FROM suppression ORDER BY since, address_hash
            """;
        var rows = await database.ReadAsync(session => session.ListAsync<SuppressionRow>(Sql), cancellationToken);
        return [.. rows.Select(row => row.ToSuppression())];
    }
}
