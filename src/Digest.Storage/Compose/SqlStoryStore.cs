using Digest.Compose.Stories;
using Digest.Model;
using Digest.Storage.Sql;

namespace Digest.Storage.Compose;

/// <inheritdoc cref="IStoryStore"/>
internal sealed class SqlStoryStore(Database database) : IStoryStore
{
    // Engines bound the number of parameters of one statement.
    private const int MostIds = 500;

    public Task<StoryLedger> ReadAsync(IssueRef issue, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var placed = await session.ListAsync<PlacedItemRow>(
                $"""
                SELECT {PlacedItemRow.Columns} FROM item
                WHERE newsletter = @Newsletter AND issue_label = @Label
                ORDER BY first_seen, source_id, seq
                """,
                new { issue.Newsletter, issue.Label });
            var verdicts = await session.ListAsync<(string One, string Other, long IsOne)>(
                "SELECT one, other, is_one FROM story_verdict WHERE newsletter = @Newsletter ORDER BY one, other",
                new { issue.Newsletter });
            return new StoryLedger(
                [.. placed.Select(row => row.ToPlaced())],
                [.. verdicts.Select(row => new StoryVerdict(row.One, row.Other, row.IsOne != 0))]);
        },
        cancellationToken);

    public Task<IReadOnlyList<PlacedItem>> FindAsync(
        IReadOnlyList<string> itemIds, CancellationToken cancellationToken) => database.ReadAsync(
        async session =>
        {
            var found = new List<PlacedItem>();
            foreach (var ids in itemIds.Chunk(MostIds))
            {
                var rows = await session.ListAsync<PlacedItemRow>(
                    $"SELECT {PlacedItemRow.Columns} FROM item WHERE id IN @ids ORDER BY seq", new { ids });
                found.AddRange(rows.Select(row => row.ToPlaced()));
            }

            return (IReadOnlyList<PlacedItem>)found;
        },
        cancellationToken);

    public Task PlaceAsync(
        string newsletter, IReadOnlyList<StoryPlace> places, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                UPDATE item SET story = @StoryId, story_reason = @Reason, covered = @Covered
                WHERE newsletter = @Newsletter AND id = @ItemId
                """,
                places.Select(place => new
                {
                    Newsletter = newsletter,
                    place.ItemId,
                    place.StoryId,
                    Reason = place.Reason.Length == 0 ? null : place.Reason,
                    Covered = place.Covered.Count == 0 ? null : SqlJson.Write(place.Covered),
                })),
            cancellationToken);

    public Task JudgeAsync(
        string newsletter,
        IReadOnlyList<StoryVerdict> verdicts,
        IReadOnlyList<string> freed,
        CancellationToken cancellationToken) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                """
                INSERT INTO story_verdict (newsletter, one, other, is_one)
                VALUES (@Newsletter, @One, @Other, @IsOne)
                ON CONFLICT (newsletter, one, other) DO UPDATE SET is_one = excluded.is_one
                """,
                verdicts.Select(verdict => Row(newsletter, verdict)));
            return await session.ExecuteAsync(
                """
                UPDATE item SET issue_label = NULL, disposition = NULL, story = NULL, story_reason = NULL
                WHERE newsletter = @Newsletter AND id = @Id AND issue_label IN
                    (SELECT label FROM issue WHERE newsletter = @Newsletter AND state = 'draft')
                """,
                freed.Select(id => new { Newsletter = newsletter, Id = id }));
        },
        cancellationToken);

    private static object Row(string newsletter, StoryVerdict verdict)
    {
        var isInOrder = string.CompareOrdinal(verdict.One, verdict.Other) <= 0;
        return new
        {
            Newsletter = newsletter,
            One = isInOrder ? verdict.One : verdict.Other,
            Other = isInOrder ? verdict.Other : verdict.One,
            IsOne = verdict.IsOne ? 1 : 0,
        };
    }
}
