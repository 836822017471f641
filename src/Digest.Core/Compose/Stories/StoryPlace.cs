namespace Digest.Compose.Stories;

/// <summary>Which story an item belongs to, for the ledger.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="StoryId">The id of the story's lead; the item's own where it leads.</param>
/// <param name="Reason">Why it joined, for an editor; empty for the lead.</param>
/// <param name="Covered">What earlier issues told of it; empty for all but a lead.</param>
public sealed record StoryPlace(string ItemId, string StoryId, string Reason, IReadOnlyList<Coverage> Covered);
