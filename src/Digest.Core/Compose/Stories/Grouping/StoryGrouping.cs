namespace Digest.Compose.Stories.Grouping;

/// <summary>What grouping came to.</summary>
/// <param name="Fresh">Stories of new items alone, in the order of their leads.</param>
/// <param name="Joined">New items that belong to a story of the open draft.</param>
/// <param name="Comparisons">How many pairs of texts were compared: what its cost depends on.</param>
internal sealed record StoryGrouping(
    IReadOnlyList<Story> Fresh, IReadOnlyList<StoryPlace> Joined, long Comparisons)
{
    /// <summary>The same without the stories that wait for a later issue.</summary>
    /// <param name="items">The ids of all their items.</param>
    public StoryGrouping Without(IReadOnlySet<string> items) =>
        this with { Fresh = [.. Fresh.Where(story => !items.Contains(story.Lead.Id))] };
}
