using Digest.Compose;
using Digest.Model;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Compose;

/// <inheritdoc cref="IDraftStore"/>
internal sealed class SqlDraftStore(Database database) : IDraftStore
{
    public Task<Issue?> FindDraftAsync(string newsletter, CancellationToken cancellationToken) => FindAsync(
        $"SELECT {IssueRow.Columns} FROM issue i WHERE i.newsletter = @newsletter AND i.state = 'draft'",
        newsletter,
        cancellationToken);

    public Task<Issue?> FindLastAsync(string newsletter, CancellationToken cancellationToken) => FindAsync(
        $"""
        SELECT {IssueRow.Columns} FROM issue i
        WHERE i.newsletter = @newsletter AND i.number IS NOT NULL AND i.state NOT IN ('draft', 'cancelled')
        ORDER BY i.number DESC LIMIT 1
        """,
        newsletter,
        cancellationToken);

    public async Task<IReadOnlyList<Item>> ListCandidatesAsync(
        string newsletter, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Sources are gathered side by side, so only their names give items of one run the same order every time.
        const string Sql =
            $"""
            SELECT {ItemRow.Columns} FROM item
            WHERE newsletter = @newsletter AND issue_label IS NULL AND first_seen <= @until
            ORDER BY first_seen, source_id, seq
            """;
        var parameters = new { newsletter, until = SqlTime.Write(until) };
        var rows = await database.ReadAsync(session => session.ListAsync<ItemRow>(Sql, parameters), cancellationToken);
        return [.. rows.Select(row => row.ToItem())];
    }

    public Task SaveDraftAsync(Issue issue, IReadOnlyList<string> itemIds, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await TakePlaceAsync(session, issue.Ref);
                await session.PutIssueAsync(issue with { State = IssueState.Draft });
                return await OfferAsync(session, issue.Ref, itemIds);
            },
            cancellationToken);

    private async Task<Issue?> FindAsync(string sql, string newsletter, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<IssueRow>(sql, new { newsletter }), cancellationToken);
        return row?.ToIssue();
    }

    // A cancelled issue gives up its label: the next issue has the same number, since numbers have no gaps.
    private static async Task TakePlaceAsync(SqlSession session, IssueRef issue)
    {
        if (await session.FindIssueAsync(issue) is not { State: not IssueState.Draft } present)
            return;
        if (present.State is not IssueState.Cancelled)
            throw new DigestException($"{issue}: the issue is {SqlName.Write(present.State)} and no draft any more");

        await session.ExecuteAsync(
            "DELETE FROM frozen_issue WHERE newsletter = @Newsletter AND label = @Label",
            new { issue.Newsletter, issue.Label });
    }

    private static Task<int> OfferAsync(SqlSession session, IssueRef issue, IReadOnlyList<string> itemIds) =>
        session.ExecuteAsync(
            """
            UPDATE item SET issue_label = @Label, disposition = 'offered'
            WHERE newsletter = @Newsletter AND id = @Id AND issue_label IS NULL
            """,
            itemIds.Select(id => new { issue.Newsletter, issue.Label, Id = id }));
}
