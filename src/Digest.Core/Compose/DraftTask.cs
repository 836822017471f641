using Digest.Compose.Ranking;
using Digest.Model;

namespace Digest.Compose;

/// <summary>What drafting works on.</summary>
/// <param name="Candidates">Items that no issue was offered yet.</param>
/// <param name="Last">The last issue; null before the first.</param>
/// <param name="Now">The moment of the run.</param>
internal sealed record DraftTask(Newsletter Newsletter, IReadOnlyList<Item> Candidates, Issue? Last, DateTimeOffset Now)
{
    /// <summary>Ids of items that are taken whatever the limit of their section.</summary>
    public IReadOnlyCollection<string> Include { get; init; } = [];

    /// <summary>
    /// True for a story without room that is not offered again: it had its chance in an earlier issue already, or
    /// there is no editor who could make room, and it would open an issue of leftovers.
    /// </summary>
    public bool Rests(PlannedStory story) => story.Route.Most is not null
        && (Newsletter.Approve == Approval.Automatic
            || (Last is not null && story.Story.Lead.FirstSeen <= Last.CutOff));
}
