using Digest.Compose.Stories.Memory;
using Digest.Model;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Compose;

/// <inheritdoc cref="ITellingStore"/>
internal sealed class SqlTellingStore(Database database) : ITellingStore
{
    private const string Told = "i.state IN ('approved', 'sending', 'sent')";

    public Task<UntoldIssue?> FindUntoldAsync(string newsletter, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var row = await session.FindAsync<FrozenRow>(
                    $"""
                    SELECT {FrozenRow.Columns} FROM {FrozenRow.Tables}
                    WHERE f.newsletter = @newsletter AND f.told = 0 AND {Told}
                    ORDER BY i.cut_off, i.label LIMIT 1
                    """,
                    new { newsletter });
                return row is null ? null : new UntoldIssue(row.ToFrozen(), await ItemsAsync(session, row));
            },
            cancellationToken);

    public Task SaveAsync(
        IssueRef issue, IReadOnlyList<Telling> tellings, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "DELETE FROM telling WHERE newsletter = @Newsletter AND label = @Label",
                new { issue.Newsletter, issue.Label });
            await session.ExecuteAsync(
                """
                INSERT INTO telling (newsletter, label, place, title, body, keys)
                VALUES (@Newsletter, @Label, @Place, @Title, @Body, @Keys)
                """,
                tellings.Select((telling, place) => new
                {
                    issue.Newsletter,
                    issue.Label,
                    Place = place,
                    telling.Title,
                    Body = telling.Text,
                    Keys = SqlJson.Write(telling.Keys),
                }));
            return await session.ExecuteAsync(
                "UPDATE frozen_issue SET told = 1 WHERE newsletter = @Newsletter AND label = @Label",
                new { issue.Newsletter, issue.Label });
        },
        cancellationToken);

    public async Task<IReadOnlyList<Telling>> ListAsync(
        string newsletter, int most, CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT t.label, i.title, t.title, t.body, t.keys
            FROM telling t JOIN issue i ON i.newsletter = t.newsletter AND i.label = t.label
            WHERE t.newsletter = @newsletter AND {Told}
            ORDER BY i.cut_off DESC, t.label, t.place LIMIT @most
            """;
        var rows = await database.ReadAsync(
            session => session.ListAsync<(string Label, string IssueTitle, string Title, string Body, string Keys)>(
                Sql, new { newsletter, most }),
            cancellationToken);
        return
        [
            .. rows.Select(row => new Telling(
                new IssueRef(newsletter, row.Label),
                row.IssueTitle,
                row.Title,
                row.Body,
                SqlJson.Read<IReadOnlyList<string>>(row.Keys))),
        ];
    }

    // An item that joined another one's story was told with it, though its id stands nowhere in the text.
    private static async Task<IReadOnlyList<GatheredItem>> ItemsAsync(SqlSession session, FrozenRow issue)
    {
        var rows = await session.ListAsync<ItemRow>(
            $"""
            SELECT {ItemRow.Columns} FROM item
            WHERE newsletter = @Newsletter AND issue_label = @Label AND (disposition = 'included' OR story IN
                (SELECT id FROM item
                 WHERE newsletter = @Newsletter AND issue_label = @Label AND disposition = 'included'))
            ORDER BY seq
            """,
            new { issue.Newsletter, issue.Label });
        return [.. rows.Select(row => row.ToItem().Content)];
    }
}
