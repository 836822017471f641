namespace Digest.Storage.Sql;

/// <summary>
/// The few places where the engines' SQL differs. Everything else is written once, in the subset that SQLite and
/// PostgreSQL share: UPSERT, RETURNING, partial indexes, text for times.
/// </summary>
internal abstract class SqlDialect
{
    /// <summary>The type of a primary key that grows by itself and is never reused.</summary>
    public abstract string Identity { get; }

    /// <summary>An expression for 16 random hexadecimal digits, new for every row.</summary>
    public abstract string RandomHex { get; }

    /// <summary>Counts the tables named <c>@Table</c>.</summary>
    public abstract string TableExists { get; }

    /// <summary>Ends a SELECT whose rows the same transaction changes, so that other writers pass them over.</summary>
    /// <param name="alias">The table whose rows are taken.</param>
    public abstract string TakeRows(string alias);

    /// <summary>Fills the placeholders of a migration.</summary>
    public string Translate(string migration) => migration.Replace("{identity}", Identity, StringComparison.Ordinal);
}
