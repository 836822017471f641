using System.Runtime.CompilerServices;
using Digest.Model;
using Digest.Run;
using Digest.Storage.Deliver;
using Digest.Storage.Sql;

namespace Digest.Storage.Run;

/// <inheritdoc cref="ILetterStore"/>
internal sealed class SqlLetterStore(Database database) : ILetterStore
{
    private const int PageSize = 1000;

    /// <remarks>Read a page at a time, so that a slow caller holds no connection and no snapshot open.</remarks>
    public async IAsyncEnumerable<Letter> ListAsync(
        IssueRef issue, LetterState? state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Sql =
            $"""
            SELECT {LetterRow.Columns} FROM letter l JOIN subscriber s ON s.id = l.subscriber_id
            WHERE l.newsletter = @Newsletter AND l.label = @Label AND l.id > @Last
                AND (@State = '' OR l.state = @State)
            ORDER BY l.id LIMIT @PageSize
            """;
        var last = 0L;
        var named = state is { } one ? SqlName.Write(one) : "";
        IReadOnlyList<LetterRow> page;
        do
        {
            var parameters = new { issue.Newsletter, issue.Label, Last = last, State = named, PageSize };
            page = await database.ReadAsync(
                session => session.ListAsync<LetterRow>(Sql, parameters), cancellationToken);
            foreach (var row in page)
            {
                last = row.Id;
                yield return row.ToLetter();
            }
        }
        while (page.Count == PageSize);
    }

    public async Task<IReadOnlyDictionary<long, LetterReturn>> ListReturnsAsync(
        IssueRef issue, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            SELECT b.letter_id AS LetterId, b.kind AS Kind, b.code AS Code, b.evidence AS Evidence, b.seen AS Seen
            FROM bounce b JOIN letter l ON l.id = b.letter_id
            WHERE l.newsletter = @Newsletter AND l.label = @Label
            ORDER BY CASE b.kind WHEN 'complaint' THEN 2 WHEN 'hard' THEN 1 ELSE 0 END, b.seen
            """;
        var rows = await database.ReadAsync(
            session => session.ListAsync<ReturnRow>(Sql, new { issue.Newsletter, issue.Label }), cancellationToken);
        var returns = new Dictionary<long, LetterReturn>();
        foreach (var row in rows)
            returns[row.LetterId] = row.ToReturn();

        return returns;
    }
}
