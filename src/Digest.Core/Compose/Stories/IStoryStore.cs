using Digest.Model;

namespace Digest.Compose.Stories;

/// <summary>Keeps which items are one story, and what editors said of it.</summary>
public interface IStoryStore
{
    /// <summary>The items that were offered to an issue, with their stories, and the newsletter's verdicts.</summary>
    Task<StoryLedger> ReadAsync(IssueRef issue, CancellationToken cancellationToken);

    /// <summary>Items by their ids, whatever their issue; those that are not in the ledger are left out.</summary>
    Task<IReadOnlyList<PlacedItem>> FindAsync(IReadOnlyList<string> itemIds, CancellationToken cancellationToken);

    /// <summary>Writes the stories of items, in one transaction; the new one takes the place of an old one.</summary>
    Task PlaceAsync(string newsletter, IReadOnlyList<StoryPlace> places, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps verdicts, the newest for each pair, and makes items candidates again, in one transaction.
    /// </summary>
    /// <param name="freed">Items of a draft that are to be offered anew; those of any other issue stay.</param>
    Task JudgeAsync(
        string newsletter,
        IReadOnlyList<StoryVerdict> verdicts,
        IReadOnlyList<string> freed,
        CancellationToken cancellationToken);
}
