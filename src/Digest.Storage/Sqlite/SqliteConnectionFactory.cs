using System.Data.Common;
using System.Globalization;
using Digest.Model;
using Digest.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Digest.Storage.Sqlite;

/// <summary>A SQLite file in WAL mode: readers never wait for the writer, nor the writer for them.</summary>
internal sealed class SqliteConnectionFactory(SqliteConnectionStringBuilder settings) : ConnectionFactory, IDisposable
{
    private readonly string _connectionString = settings.ConnectionString;
    private readonly string _pragmas = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        PRAGMA busy_timeout = {settings.DefaultTimeout * 1000};
        PRAGMA synchronous = FULL;
        """);

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    public override string Location => settings.DataSource;

    public override bool Exists => File.Exists(Location);

    public override async Task CreateAsync(CancellationToken cancellationToken)
    {
        CreateFile();
        await using var connection = await OpenAsync(cancellationToken);
        await RunAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);
    }

    /// <remarks>
    /// synchronous = FULL makes every commit reach the disk before it returns. WAL's usual NORMAL may lose the last
    /// commits in a power cut; a lost "accepted" is a reader mailed twice.
    /// </remarks>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await RunAsync(connection, _pragmas, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <remarks>BEGIN IMMEDIATE: who cannot write waits here, and never finds out half-way.</remarks>
    public override async Task<DbTransaction> BeginWriteAsync(
        DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(cancellationToken);

    /// <remarks>
    /// When the disk is full SQLite may end the transaction itself (https://www.sqlite.org/lang_transaction.html). The
    /// driver then fails on its ROLLBACK and hides the reason, so it gets an empty transaction to roll back.
    /// </remarks>
    public override void PrepareRollback(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle } && raw.sqlite3_get_autocommit(handle) != 0)
            raw.sqlite3_exec(handle, "BEGIN");
    }

    public override DigestException? Explain(Exception exception) => SqliteFaults.Explain(exception, Location);

    /// <remarks>Closing the last connection moves the WAL into the file, which is then whole by itself.</remarks>
    public void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private void CreateFile()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Location)!);
        if (Exists)
            return;

        // It holds readers' addresses: nobody else on the machine may read it. The WAL takes over its mode.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            File.Open(Location, options).Dispose();
        }
        catch (IOException) when (Exists)
        {
            // Another program made it first. To open it as well would meet a file in use, and to close it again
            // would take this process's locks from it.
            return;
        }
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
