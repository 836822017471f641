using Digest.Model;
using Digest.Storage;
using Digest.Storage.Migrations;
using Digest.Storage.Sql;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration First = new(1, "first", "CREATE TABLE one (id {identity}, name TEXT NOT NULL)");
    private static readonly Migration Second = new(2, "second", "INSERT INTO one (name) VALUES ('a')");
    private static readonly Migration Broken =
        new(2, "broken", "CREATE TABLE two (id INTEGER); INSERT INTO nowhere VALUES (1)");

    private readonly TempDatabase _temp = TempDatabase.NewSqlite();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Database Database => _temp.Get<Database>();

    public async ValueTask InitializeAsync() => await Database.CreateAsync(Token);

    public ValueTask DisposeAsync() => _temp.DisposeAsync();

    [Fact]
    public async Task Steps_that_are_missing_are_applied_in_order_and_once()
    {
        await MigratorFor(First).RunAsync(Token);
        await MigratorFor(First, Second).RunAsync(Token);
        await MigratorFor(First, Second).RunAsync(Token);

        Assert.Equal(1, await CountAsync("one"));
        Assert.Equal(new SchemaStatus(_temp.File, 2, 2), await MigratorFor(First, Second).InspectAsync(Token));
    }

    [Fact]
    public async Task Step_that_fails_half_way_leaves_the_version_before()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => MigratorFor(First, Broken).RunAsync(Token));
        Assert.Equal(1, (await MigratorFor(First).InspectAsync(Token)).Found);

        // The table of the broken step is gone, or this one could not make it.
        await MigratorFor(First, Second with { Sql = "CREATE TABLE two (id INTEGER)" }).RunAsync(Token);
        Assert.Equal(0, await CountAsync("two"));
    }

    [Fact]
    public async Task Database_of_a_newer_program_is_refused_with_both_versions_and_left_alone()
    {
        await MigratorFor(First, Second).RunAsync(Token);
        var before = await File.ReadAllBytesAsync(_temp.File, Token);

        var refusal = await Assert.ThrowsAsync<DigestException>(() => MigratorFor(First).RunAsync(Token));

        Assert.StartsWith($"{_temp.File}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("has schema version 2", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("up to 1; use the newer program", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(_temp.File, Token));
    }

    [Fact]
    public async Task Programs_that_start_together_migrate_once()
    {
        var again = Enumerable.Range(0, 4).Select(_ => _temp.OpenAgainPatiently()).ToList();
        await Task.WhenAll(again.Select(program => Task.Run(
            () => program.Get<IStorageStartup>().PrepareAsync(Token), Token)));
        foreach (var program in again)
            await program.DisposeAsync();

        Assert.Equal(Migration.Embedded.Count, await CountAsync("schema_version"));
    }

    [Fact]
    public void Embedded_steps_are_numbered_from_one_without_a_gap()
    {
        Assert.NotEmpty(Migration.Embedded);
        Assert.Equal(
            Enumerable.Range(1, Migration.Embedded.Count), Migration.Embedded.Select(migration => migration.Version));
    }

    [Fact]
    public async Task Looking_at_a_database_that_is_not_there_does_not_make_one()
    {
        await using var nothing = TempDatabase.NewSqlite();

        var status = await nothing.Get<IStorageStartup>().InspectAsync(Token);
        Assert.Equal((0, Migration.Embedded.Count), (status.Found, status.Known));
        Assert.Empty(Directory.EnumerateFileSystemEntries(nothing.Folder));
    }

    private Migrator MigratorFor(params Migration[] migrations) => new(Database, migrations, new TestClock());

    private Task<long> CountAsync(string table) =>
        Database.ReadAsync(session => session.ScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), Token);
}
