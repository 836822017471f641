using System.Data.Common;
using Digest.Model;

namespace Digest.Storage.Sql;

/// <summary>One database of one engine: where it is, how to reach it, and what its errors mean.</summary>
internal abstract class ConnectionFactory
{
    public abstract SqlDialect Dialect { get; }

    /// <summary>Where the database is, for people.</summary>
    public abstract string Location { get; }

    /// <summary>False if nobody has made the database yet.</summary>
    public abstract bool Exists { get; }

    /// <summary>Makes an empty database if there is none, and sets what is set once for all connections.</summary>
    public abstract Task CreateAsync(CancellationToken cancellationToken);

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that may write from its first statement on.</summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>
    /// After a failure: makes sure that rolling back works, also where the engine has done so by itself.
    /// </summary>
    public abstract void PrepareRollback(DbConnection connection);

    /// <summary>The error in an operator's words, or null where it is a bug and should be seen as it is.</summary>
    public abstract DigestException? Explain(Exception exception);
}
