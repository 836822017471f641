using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Migrations;

/// <summary>
/// Brings a database from the version it has to the newest one, a step at a time, each in its own transaction with the
/// row that records it: a crash leaves the version before, and never half a step.
/// </summary>
internal sealed class Migrator(Database database, IReadOnlyList<Migration> migrations, TimeProvider clock)
{
    private const string CreateVersionTable =
        """
        CREATE TABLE IF NOT EXISTS schema_version (
            version INTEGER NOT NULL PRIMARY KEY,
            name    TEXT NOT NULL,
            applied TEXT NOT NULL
        )
        """;

    private int Known => migrations.Count == 0 ? 0 : migrations[^1].Version;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var found = (await InspectAsync(cancellationToken)).Found;
        RefuseNewer(found);
        foreach (var migration in migrations.Where(step => step.Version > found))
            await database.WriteAsync(session => ApplyAsync(session, migration), cancellationToken);
    }

    /// <summary>Reads the version without changing anything.</summary>
    public async Task<SchemaStatus> InspectAsync(CancellationToken cancellationToken)
    {
        var found = database.Exists ? await database.ReadAsync(FindVersionAsync, cancellationToken) : 0;
        return new SchemaStatus(database.Location, found, Known);
    }

    private void RefuseNewer(int found)
    {
        if (found <= Known)
            return;

        throw new DigestException(
            $"{database.Location}: the database has schema version {found} and this program knows versions up to " +
            $"{Known}; use the newer program that wrote it, or restore a backup made before that one ran");
    }

    private async Task<bool> ApplyAsync(SqlSession session, Migration migration)
    {
        await session.ExecuteAsync(CreateVersionTable);

        // Another program may have migrated between our look and our turn to write.
        if (await FindVersionAsync(session) >= migration.Version)
            return false;

        await session.ExecuteAsync(session.Dialect.Translate(migration.Sql));
        await session.ExecuteAsync(
            "INSERT INTO schema_version (version, name, applied) VALUES (@Version, @Name, @Applied)",
            new { migration.Version, migration.Name, Applied = SqlTime.Write(clock.GetUtcNow()) });
        return true;
    }

    private static async Task<int> FindVersionAsync(SqlSession session) =>
        await session.ScalarAsync<long>(session.Dialect.TableExists, new { Table = "schema_version" }) == 0
            ? 0
            : (int)await session.ScalarAsync<long>("SELECT COALESCE(MAX(version), 0) FROM schema_version");
}
