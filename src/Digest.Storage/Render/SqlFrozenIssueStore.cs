using Digest.Model;
using Digest.Render;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Render;

/// <inheritdoc cref="IFrozenIssueStore"/>
internal sealed class SqlFrozenIssueStore(Database database) : IFrozenIssueStore
{
    public Task<bool> FreezeAsync(FrozenIssue issue, CancellationToken cancellationToken)
    {
        if (issue.Issue.State is not (IssueState.Approved or IssueState.Sent))
            throw new ArgumentException($"A frozen issue is approved or sent, not {issue.Issue.State}.", nameof(issue));

        return database.WriteAsync(session => FreezeAsync(session, issue), cancellationToken);
    }

    public async Task<FrozenIssue?> FindAsync(IssueRef issue, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {FrozenRow.Columns} FROM {FrozenRow.Tables}
            WHERE f.newsletter = @Newsletter AND f.label = @Label
            """;
        var row = await database.ReadAsync(
            session => session.FindAsync<FrozenRow>(Sql, new { issue.Newsletter, issue.Label }), cancellationToken);
        return row?.ToFrozen();
    }

    private static async Task<bool> FreezeAsync(SqlSession session, FrozenIssue frozen)
    {
        var present = await session.FindIssueAsync(frozen.Issue.Ref);
        if (present?.State is IssueState.Cancelled)
            throw new DigestException($"{frozen.Issue.Ref}: the issue is cancelled; draft it anew before approving it");
        if (present is not null and not { State: IssueState.Draft })
            return false;

        await session.PutIssueAsync(frozen.Issue);
        await session.ExecuteAsync(
            """
            INSERT INTO frozen_issue (newsletter, label, content, checksum)
            VALUES (@Newsletter, @Label, @Content, @Checksum)
            """,
            FrozenRow.From(frozen));
        await DisposeOfItemsAsync(session, frozen);
        return true;
    }

    // What stands in the issue is in it, even if an editor pasted it from elsewhere. What another issue has stays.
    private static async Task DisposeOfItemsAsync(SqlSession session, FrozenIssue frozen)
    {
        var issue = frozen.Issue.Ref;
        await session.ExecuteAsync(
            """
            UPDATE item SET issue_label = @Label, disposition = 'included'
            WHERE newsletter = @Newsletter AND id = @Id AND (issue_label IS NULL OR issue_label = @Label)
            """,
            frozen.ItemIds.Select(id => new { issue.Newsletter, issue.Label, Id = id }));
        await session.ExecuteAsync(
            """
            UPDATE item SET disposition = 'dropped'
            WHERE newsletter = @Newsletter AND issue_label = @Label AND disposition = 'offered'
            """,
            new { issue.Newsletter, issue.Label });
    }
}
