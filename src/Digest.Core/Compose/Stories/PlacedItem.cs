using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>An item as the ledger has it, with its story.</summary>
/// <param name="Item">The item.</param>
/// <param name="Issue">The issue it was offered to; null while it waits for one.</param>
/// <param name="Place">Its story; null if it was never grouped.</param>
public sealed record PlacedItem(Item Item, IssueRef? Issue, StoryPlace? Place)
{
    /// <summary>The id of the story's lead: its own where it was never grouped.</summary>
    public string StoryId => Place?.StoryId ?? Item.Id;
}
