using Digest.Compose;

namespace Digest.Output;

/// <summary>Stories that wait, or that there was no room for.</summary>
public static class CandidateOutline
{
    private const int MostShown = 20;

    public static Outline Of(Candidate candidate) => new(
        $"{candidate.ItemId}  {candidate.Section}: {candidate.Title}"
        + (candidate.Reasons.Length > 0 ? $" ({candidate.Reasons})" : ""));

    /// <summary>A line with the stories below it for those that wait, and one for those that rest.</summary>
    public static IEnumerable<Outline> PassedOver(IReadOnlyList<Candidate> candidates) =>
        from candidate in candidates
        group candidate by candidate.Rests into same
        orderby same.Key
        select new Outline(
            $"no room: {Counted.Of(same.Count(), "story", "stories")} {(same.Key ? "passed over" : "waiting")}")
        {
            Children =
            [
                .. same.Take(MostShown).Select(Of),
                .. same.Count() > MostShown ? [new Outline($"… and {same.Count() - MostShown} more")] : (Outline[])[],
            ],
        };
}
