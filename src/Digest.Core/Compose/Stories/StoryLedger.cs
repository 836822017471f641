namespace Digest.Compose.Stories;

/// <summary>What grouping has to respect: the stories of the open draft, and what editors said.</summary>
/// <param name="Placed">Items that were offered to the draft, those too whose text an editor deleted.</param>
/// <param name="Verdicts">Of the newsletter, whichever issue they were given in.</param>
public sealed record StoryLedger(IReadOnlyList<PlacedItem> Placed, IReadOnlyList<StoryVerdict> Verdicts)
{
    public static StoryLedger Empty { get; } = new([], []);
}
