using System.Security.Cryptography;
using System.Text;
using Digest.Model;
using Digest.Publish;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Publish;

/// <inheritdoc cref="IPublishedIssueStore"/>
internal sealed class SqlPublishedIssueStore(Database database) : IPublishedIssueStore
{
    public async Task<IReadOnlyList<FrozenIssue>> ListAsync(
        string newsletter, int skip, int take, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {FrozenRow.Columns} FROM {FrozenRow.Tables}
            WHERE f.newsletter = @newsletter AND i.state <> 'cancelled'
            ORDER BY i.approved DESC, COALESCE(i.number, 0) DESC, i.label DESC
            LIMIT @take OFFSET @skip
            """;
        var rows = await database.ReadAsync(
            session => session.ListAsync<FrozenRow>(Sql, new { newsletter, skip, take }), cancellationToken);
        return [.. rows.Select(row => row.ToFrozen())];
    }

    public async Task<string?> VersionAsync(string newsletter, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT f.label || ' ' || f.checksum FROM {FrozenRow.Tables}
            WHERE f.newsletter = @newsletter AND i.state <> 'cancelled'
            ORDER BY f.label
            """;
        var issues = await database.ReadAsync(
            session => session.ListAsync<string>(Sql, new { newsletter }), cancellationToken);
        return issues.Count == 0
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', issues))));
    }
}
