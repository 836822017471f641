using Digest.Model;
using Digest.Run;
using Digest.Storage.Deliver;
using Digest.Storage.Sql;

namespace Digest.Storage.Run;

/// <inheritdoc cref="IBounceStore"/>
internal sealed class SqlBounceStore(Database database) : IBounceStore
{
    private const string SelectLetter =
        $"SELECT {LetterRow.Columns} FROM letter l JOIN subscriber s ON s.id = l.subscriber_id WHERE";

    public Task<Letter?> FindLetterAsync(long id, CancellationToken cancellationToken) =>
        FindAsync($"{SelectLetter} l.id = @id", new { id }, cancellationToken);

    public Task<Letter?> FindLetterAsync(string messageId, CancellationToken cancellationToken) =>
        FindAsync($"{SelectLetter} l.message_id = @messageId", new { messageId }, cancellationToken);

    public Task<bool> IsKnownAsync(string report, CancellationToken cancellationToken) => database.ReadAsync(
        async session => await session.ScalarAsync<long>(
            "SELECT COUNT(*) FROM bounce WHERE report = @report", new { report }) > 0,
        cancellationToken);

    public Task<bool> AddAsync(BounceEvent bounce, CancellationToken cancellationToken) => database.WriteAsync(
        async session => await session.ExecuteAsync(
            """
            INSERT INTO bounce (report, letter_id, address_hash, kind, code, evidence, seen)
            VALUES (@Report, @LetterId, @AddressHash, @Kind, @Code, @Evidence, @Seen)
            ON CONFLICT (report) DO NOTHING
            """,
            new
            {
                bounce.Report,
                bounce.LetterId,
                bounce.AddressHash,
                bounce.Kind,
                bounce.Code,
                bounce.Evidence,
                Seen = SqlTime.Write(bounce.Seen),
            }) == 1,
        cancellationToken);

    private async Task<Letter?> FindAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<LetterRow>(sql, parameters), cancellationToken);
        return row?.ToLetter();
    }
}
