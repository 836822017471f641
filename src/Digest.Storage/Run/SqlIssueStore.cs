using Digest.Model;
using Digest.Run;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Run;

/// <inheritdoc cref="IIssueStore"/>
internal sealed class SqlIssueStore(Database database) : IIssueStore
{
    public Task<Issue?> FindAsync(IssueRef issue, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FindIssueAsync(issue), cancellationToken);

    public async Task<IReadOnlyList<Issue>> ListAsync(string newsletter, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {IssueRow.Columns} FROM issue i WHERE i.newsletter = @newsletter
            ORDER BY i.cut_off DESC, COALESCE(i.number, 0) DESC, i.label DESC
            """;
        var rows = await database.ReadAsync(
            session => session.ListAsync<IssueRow>(Sql, new { newsletter }), cancellationToken);
        return [.. rows.Select(row => row.ToIssue())];
    }

    public Task<bool> CancelAsync(IssueRef issue, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            var isCancelled = await session.ExecuteAsync(
                """
                UPDATE issue SET state = 'cancelled'
                WHERE newsletter = @Newsletter AND label = @Label AND state IN ('draft', 'approved')
                """,
                new { issue.Newsletter, issue.Label }) == 1;
            if (isCancelled)
                await FreeItemsAsync(session, issue);
            return isCancelled;
        },
        cancellationToken);

    public Task<LetterCounts> CountLettersAsync(IssueRef issue, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.CountLettersAsync(issue), cancellationToken);

    private static Task<int> FreeItemsAsync(SqlSession session, IssueRef issue) => session.ExecuteAsync(
        """
        UPDATE item SET issue_label = NULL, disposition = NULL
        WHERE newsletter = @Newsletter AND issue_label = @Label
        """,
        new { issue.Newsletter, issue.Label });
}
