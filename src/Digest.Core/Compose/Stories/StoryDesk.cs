using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>What an editor does with stories: look at them, take one apart, make two one.</summary>
public sealed class StoryDesk(IStoryStore stories)
{
    /// <summary>
    /// The stories of an issue, each with its lead first: those of several items and those told before come first, for
    /// they are what there is to judge; then in the order in which they were first seen.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<PlacedItem>>> ListAsync(
        IssueRef issue, CancellationToken cancellationToken)
    {
        var ledger = await stories.ReadAsync(issue, cancellationToken);
        return
        [
            .. ledger.Placed
                .GroupBy(placed => placed.StoryId)
                .Select(story => story
                    .OrderBy(placed => placed.Item.Id != story.Key)
                    .ThenBy(placed => placed.Item.FirstSeen))
                .OrderBy(story => story.Count() == 1 && story.First().Place is not { Covered.Count: > 0 })
                .ThenBy(story => story.First().Item.FirstSeen)
                .ThenBy(story => story.First().Item.Id, StringComparer.Ordinal)
                .Select(story => (IReadOnlyList<PlacedItem>)[.. story]),
        ];
    }

    /// <exception cref="DigestException">An id is unknown; the message names it.</exception>
    public async Task<IReadOnlyList<PlacedItem>> FindAsync(
        IReadOnlyList<string> itemIds, CancellationToken cancellationToken)
    {
        var found = await stories.FindAsync(itemIds, cancellationToken);
        if (itemIds.FirstOrDefault(id => found.All(placed => placed.Item.Id != id)) is { } unknown)
        {
            throw new DigestException(
                $"'{unknown}' is no item; ids stand in the comments of a draft and in: digest stories list");
        }

        return [.. itemIds.Distinct(StringComparer.Ordinal).Select(id => found.First(placed => placed.Item.Id == id))];
    }

    /// <summary>
    /// Takes items out of their stories for good. The next drafting offers them as entries of their own; of a story
    /// whose lead is taken out, whose text stands in the draft, the others are offered.
    /// </summary>
    /// <param name="draft">The newsletter's open draft.</param>
    /// <returns>The items that will be offered.</returns>
    /// <exception cref="DigestException">An item is not in the draft, or alone in its story.</exception>
    public async Task<IReadOnlyList<PlacedItem>> SplitAsync(
        IssueRef draft, IReadOnlyList<PlacedItem> items, CancellationToken cancellationToken)
    {
        var placed = (await stories.ReadAsync(draft, cancellationToken)).Placed;
        var verdicts = new List<StoryVerdict>();
        var freed = new List<PlacedItem>();
        foreach (var item in items)
        {
            var others = placed.Where(other => other.StoryId == item.StoryId && other.Item.Id != item.Item.Id).ToList();
            if (item.Issue != draft)
                throw NotInDraft(item, draft);
            if (others.Count == 0)
                throw new DigestException($"{item.Item.Id}: is alone in its story; there is nothing to take apart");

            verdicts.AddRange(others.Select(other => Verdict(item, other, isOne: false)));
            freed.AddRange(item.StoryId == item.Item.Id ? others : [item]);
        }

        var offered = freed.DistinctBy(item => item.Item.Id).ToList();
        await stories.JudgeAsync(
            draft.Newsletter, verdicts, [.. offered.Select(item => item.Item.Id)], cancellationToken);
        return offered;
    }

    /// <summary>
    /// Makes two items one story for good. Where both stand in the draft already, their texts stay: they are the
    /// editor's.
    /// </summary>
    /// <param name="draft">The newsletter's open draft; null if there is none.</param>
    /// <exception cref="DigestException">The two are one already, or one is in an issue that is no draft.</exception>
    public async Task JoinAsync(
        IssueRef? draft, PlacedItem one, PlacedItem other, CancellationToken cancellationToken)
    {
        if (one.Item.Id == other.Item.Id || (one.Place is not null && one.StoryId == other.StoryId))
            throw new DigestException($"{one.Item.Id} and {other.Item.Id}: are one story already");
        if (new[] { one, other }.FirstOrDefault(item => item.Issue is not null && item.Issue != draft) is { } past)
            throw NotInDraft(past, draft);

        await stories.JudgeAsync(one.Item.Newsletter, [Verdict(one, other, isOne: true)], [], cancellationToken);
        if (one.Issue is null || other.Issue is null)
            return;

        var placed = (await stories.ReadAsync(draft!, cancellationToken)).Placed;
        await stories.PlaceAsync(
            one.Item.Newsletter,
            [.. placed.Where(item => item.StoryId == other.StoryId)
                .Select(item => new StoryPlace(item.Item.Id, one.StoryId, "an editor joined them", []))],
            cancellationToken);
    }

    private static StoryVerdict Verdict(PlacedItem one, PlacedItem other, bool isOne) =>
        new(one.Item.Id, other.Item.Id, isOne);

    private static DigestException NotInDraft(PlacedItem item, IssueRef? draft) => new(
        $"{item.Item.Id}: is {(item.Issue is null ? "in no issue yet" : $"in {item.Issue}")}, "
        + $"and only the stories of an open draft can change; {(draft is null ? "none is open" : $"{draft} is open")}");
}
