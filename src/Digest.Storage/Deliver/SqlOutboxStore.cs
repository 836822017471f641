using Digest.Deliver;
using Digest.Model;
using Digest.Storage.Rows;
using Digest.Storage.Sql;

namespace Digest.Storage.Deliver;

/// <summary>
/// The letters of an issue. Rows are made once, when the issue is opened, for the readers of that moment. From then on
/// a row only moves: pending → transmitting (claimed, durable before anything is sent) → accepted, deferred or failed;
/// deferred and, after a crash, transmitting rows are claimed again. Accepted, failed and suppressed rows never move.
/// </summary>
internal sealed class SqlOutboxStore(Database database) : IOutboxStore
{
    public Task OpenAsync(IssueRef issue, string domain, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            if (await BeginSendingAsync(session, issue))
                return await AddressAsync(session, issue, domain);

            await RefuseUnlessOpenAsync(session, issue);
            return await TakeBackAsync(session, issue);
        },
        cancellationToken);

    public Task<IReadOnlyList<Letter>> ClaimAsync(
        IssueRef issue, int count, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            while (true)
            {
                var due = await ListDueAsync(session, issue, count, now);
                await MoveAsync(session, due.Where(row => row.Gone), "state = 'suppressed', due = ''");
                var taken = due.Where(row => !row.Gone).ToList();
                await MoveAsync(session, taken, "state = 'transmitting', attempts = attempts + 1");

                // An answer without letters means that none is due, so a batch of readers who left is not one.
                if (taken.Count > 0 || due.Count == 0)
                    return (IReadOnlyList<Letter>)[.. taken.Select(AsTaken)];
            }
        },
        cancellationToken);

    /// <remarks>Attempts are saved as well, so that a halted worker can take its attempt back.</remarks>
    public Task RecordAsync(IReadOnlyList<Letter> letters, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE letter SET state = @State, attempts = @Attempts, due = @Due, reply = @Reply
                WHERE id = @Id AND state NOT IN ('accepted', 'failed', 'suppressed')
                """,
                letters.Select(LetterRow.From)),
            cancellationToken);

    public async Task<IReadOnlyList<LetterAnswer>> ListAnswersAsync(
        IssueRef issue, int count, CancellationToken cancellationToken)
    {
        const string Sql =
            """
            SELECT state AS State, coalesce(reply, '') AS Reply, COUNT(*) AS Count, MIN(due) AS Due
            FROM letter
            WHERE newsletter = @Newsletter AND label = @Label AND state IN ('failed', 'deferred', 'uncertain')
            GROUP BY state, coalesce(reply, '') ORDER BY COUNT(*) DESC, state, coalesce(reply, '') LIMIT @count
            """;
        var rows = await database.ReadAsync(
            session => session.ListAsync<AnswerRow>(Sql, new { issue.Newsletter, issue.Label, count }),
            cancellationToken);
        return [.. rows.Select(row => row.ToAnswer())];
    }

    public Task<LetterCounts> SettleAsync(IssueRef issue, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var counts = await session.CountLettersAsync(issue);
                if (counts.IsFinal)
                    await FinishAsync(session, issue, now);
                return counts;
            },
            cancellationToken);

    private static async Task<bool> BeginSendingAsync(SqlSession session, IssueRef issue) =>
        await session.ExecuteAsync(
            """
            UPDATE issue SET state = 'sending'
            WHERE newsletter = @Newsletter AND label = @Label AND state = 'approved'
            """,
            new { issue.Newsletter, issue.Label }) == 1;

    private static Task<int> AddressAsync(SqlSession session, IssueRef issue, string domain) => session.ExecuteAsync(
        $"""
        INSERT INTO letter (newsletter, label, subscriber_id, message_id, state)
        SELECT s.newsletter, @Label, s.id, {session.Dialect.RandomHex} || @MessageId,
            CASE WHEN x.address_hash IS NULL THEN 'pending' ELSE 'suppressed' END
        FROM subscriber s LEFT JOIN suppression x ON x.address_hash = s.address_hash
        WHERE s.newsletter = @Newsletter AND s.state = 'active'
        ORDER BY s.created, s.seq
        ON CONFLICT (newsletter, label, subscriber_id) DO NOTHING
        """,
        new { issue.Newsletter, issue.Label, MessageId = $".{Atom(issue.Newsletter)}-{Atom(issue.Label)}@{domain}" });

    // RFC 5322 §3.6.4: the left of a Message-ID is a dot-atom; a slug may be written in any script.
    private static string Atom(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-'));

    private static async Task RefuseUnlessOpenAsync(SqlSession session, IssueRef issue)
    {
        var state = (await session.FindIssueAsync(issue))?.State
            ?? throw new DigestException($"{issue}: there is no such issue; 'digest issues list' shows all");
        if (state is IssueState.Draft or IssueState.Cancelled)
            throw new DigestException($"{issue}: the issue is {SqlName.Write(state)}; only an approved one is sent");
    }

    private static Task<int> TakeBackAsync(SqlSession session, IssueRef issue) => session.ExecuteAsync(
        """
        UPDATE letter SET state = 'pending', due = ''
        WHERE newsletter = @Newsletter AND label = @Label AND state = 'transmitting'
        """,
        new { issue.Newsletter, issue.Label });

    // The states are literals and not parameters, because only then is the partial index of due letters used.
    private static Task<IReadOnlyList<LetterRow>> ListDueAsync(
        SqlSession session, IssueRef issue, int count, DateTimeOffset now) => session.ListAsync<LetterRow>(
        $"""
        SELECT {LetterRow.Columns},
            CASE WHEN s.state = 'active' AND x.address_hash IS NULL THEN 0 ELSE 1 END AS Gone
        FROM letter l
        JOIN subscriber s ON s.id = l.subscriber_id
        LEFT JOIN suppression x ON x.address_hash = s.address_hash
        WHERE l.newsletter = @Newsletter AND l.label = @Label AND l.state IN ('pending', 'deferred') AND l.due <= @Now
        ORDER BY l.due, l.id LIMIT @count {session.Dialect.TakeRows("l")}
        """,
        new { issue.Newsletter, issue.Label, Now = SqlTime.Write(now), count });

    private static Task<int> MoveAsync(SqlSession session, IEnumerable<LetterRow> rows, string change) =>
        session.ExecuteAsync($"UPDATE letter SET {change} WHERE id = @Id", rows.Select(row => new { row.Id }));

    private static Letter AsTaken(LetterRow row) =>
        row.ToLetter() with { State = LetterState.Transmitting, Attempts = row.Attempts + 1 };

    private static Task<int> FinishAsync(SqlSession session, IssueRef issue, DateTimeOffset now) =>
        session.ExecuteAsync(
            """
            UPDATE issue SET state = 'sent', sent = @Now
            WHERE newsletter = @Newsletter AND label = @Label AND state = 'sending'
            """,
            new { issue.Newsletter, issue.Label, Now = SqlTime.Write(now) });
}
