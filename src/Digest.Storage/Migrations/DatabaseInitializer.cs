using Digest.Storage.Sql;

namespace Digest.Storage.Migrations;

/// <summary>Prepares the place of the database, then its schema.</summary>
internal sealed class DatabaseInitializer(Database database, TimeProvider clock) : IStorageStartup
{
    private readonly Migrator _migrator = new(database, Migration.Embedded, clock);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await database.CreateAsync(cancellationToken);
        await _migrator.RunAsync(cancellationToken);
    }

    public Task<SchemaStatus> InspectAsync(CancellationToken cancellationToken) =>
        _migrator.InspectAsync(cancellationToken);
}
