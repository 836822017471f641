using Digest.Model;
using Digest.Storage;
using Digest.Storage.Sql;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

/// <summary>The SQLite file itself: how it is made, kept and shared, and what goes wrong with it.</summary>
public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private readonly TempDatabase _temp = TempDatabase.NewSqlite();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ISuppressionStore Suppressions => _temp.Get<ISuppressionStore>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _temp.DisposeAsync();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "1000")]
    public async Task Connections_are_set_for_durability_and_company(string pragma, string value)
    {
        await PrepareAsync(_temp);

        Assert.Equal(value, await _temp.Get<Database>().WriteAsync(
            session => session.ScalarAsync<string>($"PRAGMA {pragma}"), Token));
    }

    [Fact]
    public async Task Only_its_owner_may_read_the_file_with_the_addresses()
    {
        await PrepareAsync(_temp);

        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no Unix file modes");
        else
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_temp.File));
    }

    [Fact]
    public async Task What_one_program_writes_another_reads_at_once()
    {
        await PrepareAsync(_temp);
        await using var other = _temp.OpenAgain();
        await other.Get<ISuppressionStore>().SuppressAsync(Stored.SuppressionOf(), Token);

        Assert.Single(await Suppressions.ListAsync(Token));
    }

    [Fact]
    public async Task Closed_database_is_one_whole_file()
    {
        await using (var program = _temp.OpenAgain())
        {
            await PrepareAsync(program);
            await program.Get<ISuppressionStore>().SuppressAsync(Stored.SuppressionOf(), Token);
        }

        Assert.Equal([_temp.File], Directory.EnumerateFiles(_temp.Folder));
    }

    [Fact]
    public async Task Writer_waits_for_another_program_that_is_soon_done()
    {
        await PrepareAsync(_temp);
        await using var other = _temp.OpenAgain();
        var isHeld = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var holder = Task.Run(() => HoldAsync(other, isHeld, release.Task), Token);
        await isHeld.Task;

        var writer = Task.Run(() => Suppressions.SuppressAsync(Stored.SuppressionOf(), Token), Token);
        release.SetResult();

        Assert.True(await writer);
        await holder;
    }

    [Fact]
    public async Task Database_that_stays_locked_is_named_with_the_remedy()
    {
        await PrepareAsync(_temp);
        await using var other = _temp.OpenAgain();
        var isHeld = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var holder = Task.Run(() => HoldAsync(other, isHeld, release.Task), Token);
        await isHeld.Task;

        var fault = await Assert.ThrowsAsync<DigestException>(
            () => Suppressions.SuppressAsync(Stored.SuppressionOf(), Token));
        Assert.Empty(await Suppressions.ListAsync(Token));
        release.SetResult();
        await holder;

        Assert.StartsWith($"{_temp.File}: the database is locked", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_database_is_refused_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("not a database\n", 100));
        await File.WriteAllTextAsync(_temp.File, text, Token);

        await RefusedAsync(_temp, "is no SQLite database");
        Assert.Equal(text, await File.ReadAllTextAsync(_temp.File, Token));
    }

    [Fact]
    public async Task Folder_that_cannot_be_made_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(_temp.Folder, "data"), "in the way", Token);
        await using var database = TempDatabase.At(Path.Combine(_temp.Folder, "data"));

        await RefusedAsync(database, "the database cannot be made");
    }

    [Fact]
    public async Task Folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_temp.File);

        await RefusedAsync(_temp, "cannot be");
    }

    [Fact]
    public async Task Full_disk_undoes_the_whole_transaction()
    {
        await PrepareAsync(_temp);
        var fault = await Assert.ThrowsAsync<DigestException>(() => _temp.Get<Database>().WriteAsync(FillAsync, Token));

        Assert.Contains("the disk is full", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await Suppressions.ListAsync(Token));
    }

    [Fact]
    public async Task Damaged_frozen_issue_is_refused()
    {
        await PrepareAsync(_temp);
        var frozen = Stored.Frozen(Some.Issue());
        var store = _temp.Get<global::Digest.Render.IFrozenIssueStore>();
        await store.FreezeAsync(frozen, Token);
        await _temp.Get<Database>().WriteAsync(
            session => session.ExecuteAsync("UPDATE frozen_issue SET content = replace(content, '你好', '再见')"), Token);

        var fault = await Assert.ThrowsAsync<DigestException>(() => store.FindAsync(frozen.Issue.Ref, Token));
        Assert.StartsWith("weekly/1: the frozen issue", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bug_is_not_dressed_up_as_something_an_operator_can_mend()
    {
        await PrepareAsync(_temp);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => _temp.Get<Database>().ReadAsync(
            session => session.ScalarAsync<long>("SELECT nonsense"), Token));
    }

    private static Task PrepareAsync(TempDatabase database) => database.Get<IStorageStartup>().PrepareAsync(Token);

    private static async Task RefusedAsync(TempDatabase database, string reason)
    {
        var fault = await Assert.ThrowsAsync<DigestException>(() => PrepareAsync(database));
        Assert.StartsWith($"{database.File}: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private static Task<bool> HoldAsync(TempDatabase database, TaskCompletionSource isHeld, Task release) =>
        database.Get<Database>().WriteAsync(
            async _ =>
            {
                isHeld.SetResult();
                await release;
                return true;
            },
            Token);

    private static async Task<int> FillAsync(SqlSession session)
    {
        await session.ExecuteAsync("INSERT INTO suppression VALUES ('hash', 'bounce', '', '')");
        await session.ExecuteAsync("PRAGMA max_page_count = 1");
        return await session.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            INSERT INTO suppression SELECT i, 'bounce', hex(randomblob(1000)), '' FROM n
            """);
    }
}
