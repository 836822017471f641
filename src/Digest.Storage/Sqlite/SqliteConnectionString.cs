using Microsoft.Data.Sqlite;

namespace Digest.Storage.Sqlite;

/// <summary>Completes and checks the connection string of a SQLite database.</summary>
internal static class SqliteConnectionString
{
    private const string DefaultFile = "digest.db";
    private const int DefaultWaitSeconds = 10;

    /// <summary>What is wrong with it and what would be right; null if it can be used.</summary>
    public static string? Fault(string text)
    {
        if (!TryRead(text, out var builder, out var reason))
            return $"{reason}; write it like 'Data Source=/var/lib/digest/digest.db' or leave it empty";

        return builder.Mode is SqliteOpenMode.Memory || builder.DataSource is ":memory:"
            ? "a database in memory would forget the ledger; name a file: 'Data Source=/var/lib/digest/digest.db'"
            : null;
    }

    /// <summary>Fills in the file below the data folder, and what every connection needs.</summary>
    public static SqliteConnectionStringBuilder Complete(string text, string dataFolder)
    {
        var builder = new SqliteConnectionStringBuilder(text);
        var waitIsSet = builder.ShouldSerialize("Default Timeout");
        builder.DataSource = Path.GetFullPath(Path.Combine(dataFolder, FileOf(builder)));
        builder.DefaultTimeout = waitIsSet ? builder.DefaultTimeout : DefaultWaitSeconds;
        builder.ForeignKeys = true;
        return builder;
    }

    private static bool TryRead(string text, out SqliteConnectionStringBuilder builder, out string? reason)
    {
        builder = new SqliteConnectionStringBuilder();
        reason = null;
        try
        {
            builder.ConnectionString = text;
        }
        catch (ArgumentException exception)
        {
            reason = exception.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        }

        return reason is null;
    }

    private static string FileOf(SqliteConnectionStringBuilder builder) =>
        builder.DataSource.Length == 0 ? DefaultFile : builder.DataSource;
}
