using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Rows;

/// <summary>Statements on <c>issue</c> that more than one store needs.</summary>
internal static class IssueRows
{
    public static async Task<Issue?> FindIssueAsync(this SqlSession session, IssueRef issue)
    {
        var row = await session.FindAsync<IssueRow>(
            $"SELECT {IssueRow.Columns} FROM issue i WHERE i.newsletter = @Newsletter AND i.label = @Label",
            new { issue.Newsletter, issue.Label });
        return row?.ToIssue();
    }

    /// <summary>Inserts the issue, or replaces it whatever its state: the caller has looked.</summary>
    /// <exception cref="DigestException">Its number, its identity or the place of the draft is taken.</exception>
    public static async Task PutIssueAsync(this SqlSession session, Issue issue)
    {
        await session.RefuseTwinAsync(issue);
        await session.ExecuteAsync(
            """
            INSERT INTO issue (newsletter, label, number, id, title, from_day, to_day, cut_off, state, created,
                approved, sent, content_hash, imported)
            VALUES (@Newsletter, @Label, @Number, @Id, @Title, @FromDay, @ToDay, @CutOff, @State, @Created,
                @Approved, @Sent, @ContentHash, @Imported)
            ON CONFLICT (newsletter, label) DO UPDATE SET number = excluded.number, id = excluded.id,
                title = excluded.title, from_day = excluded.from_day, to_day = excluded.to_day,
                cut_off = excluded.cut_off, state = excluded.state, created = excluded.created,
                approved = excluded.approved, sent = excluded.sent, content_hash = excluded.content_hash,
                imported = excluded.imported
            """,
            IssueRow.From(issue));
    }

    public static async Task<LetterCounts> CountLettersAsync(this SqlSession session, IssueRef issue)
    {
        var rows = await session.ListAsync<(string State, long Letters)>(
            """
            SELECT state, COUNT(*) FROM letter
            WHERE newsletter = @Newsletter AND label = @Label
            GROUP BY state
            """,
            new { issue.Newsletter, issue.Label });
        var counts = rows.ToDictionary(row => SqlName.Read<LetterState>(row.State), row => (int)row.Letters);
        return new LetterCounts
        {
            Pending = counts.GetValueOrDefault(LetterState.Pending),
            Transmitting = counts.GetValueOrDefault(LetterState.Transmitting),
            Accepted = counts.GetValueOrDefault(LetterState.Accepted),
            Deferred = counts.GetValueOrDefault(LetterState.Deferred),
            Failed = counts.GetValueOrDefault(LetterState.Failed),
            Uncertain = counts.GetValueOrDefault(LetterState.Uncertain),
            Suppressed = counts.GetValueOrDefault(LetterState.Suppressed),
        };
    }

    // The unique indexes would refuse these as well, but not in words that say which issue stands in the way.
    private static async Task RefuseTwinAsync(this SqlSession session, Issue issue)
    {
        var twin = await session.FindAsync<IssueRow>(
            $"""
            SELECT {IssueRow.Columns} FROM issue i
            WHERE NOT (i.newsletter = @Newsletter AND i.label = @Label)
              AND (i.id = @Id OR (i.newsletter = @Newsletter
                AND (i.number = @Number OR (i.state = 'draft' AND @State = 'draft'))))
            ORDER BY i.newsletter, i.label LIMIT 1
            """,
            IssueRow.From(issue));
        if (twin is null)
            return;

        var what = twin.Id == issue.Id ? $"the id {issue.Id}" : twin.Number == issue.Number && issue.Number is not null
            ? $"the number {issue.Number}"
            : "the place of the open draft";
        throw new DigestException(
            $"{issue.Ref}: {what} is taken by {twin.Newsletter}/{twin.Label}; " +
            "give this issue another, or cancel that one");
    }
}
