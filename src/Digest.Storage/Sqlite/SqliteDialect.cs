using Digest.Storage.Sql;

namespace Digest.Storage.Sqlite;

/// <summary>SQLite 3.35 and later.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override string Identity => "INTEGER PRIMARY KEY AUTOINCREMENT";

    public override string RandomHex => "lower(hex(randomblob(8)))";

    public override string TableExists =>
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @Table";

    // The whole database has one writer at a time, so that nobody can be in between.
    public override string TakeRows(string alias) => "";
}
