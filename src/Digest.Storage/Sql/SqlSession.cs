using System.Data.Common;
using Dapper;

namespace Digest.Storage.Sql;

/// <summary>A connection, with the transaction if there is one, on which a store runs its statements.</summary>
internal sealed class SqlSession(
    SqlDialect dialect, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
{
    // Engines bound the number of parameters of one statement; 500 is far below every bound.
    private const int MaxKeys = 500;

    public SqlDialect Dialect => dialect;

    /// <summary>Runs a statement, once per element if the parameters are a list.</summary>
    /// <returns>How many rows it touched, summed up.</returns>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        connection.ExecuteAsync(Command(sql, parameters));

    public Task<T?> ScalarAsync<T>(string sql, object? parameters = null) =>
        connection.ExecuteScalarAsync<T>(Command(sql, parameters));

    public Task<T?> FindAsync<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>Looks up any number of keys, some at a time; the SQL says <c>IN @Keys</c>.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(
        string sql, IEnumerable<string> keys, Func<IReadOnlyList<string>, object> parameters)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in keys.Distinct(StringComparer.Ordinal).Chunk(MaxKeys))
            known.UnionWith(await ListAsync<string>(sql, parameters(chunk)));

        return known;
    }

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
