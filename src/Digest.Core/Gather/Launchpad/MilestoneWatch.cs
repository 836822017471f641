namespace Digest.Gather.Launchpad;

/// <summary>Decides what became of a project's milestones since the last read. Does no I/O.</summary>
/// <param name="before">What was seen then; null if the project was never read.</param>
/// <param name="since">Where nothing is remembered, only what was released later is news.</param>
internal sealed class MilestoneWatch(IReadOnlyDictionary<string, string[]>? before, DateTimeOffset since)
{
    public const string ReleasedMark = "released";

    // More old ones than this are not written down in a week: a list was not whole before.
    private const int MostStrangers = 20;

    /// <summary>What is remembered of a milestone.</summary>
    public static string[] Fields(Milestone milestone) =>
        [milestone.IsReleased ? ReleasedMark : "upcoming", milestone.Targeted];

    /// <summary>News in the order of the list.</summary>
    public IEnumerable<MilestoneNews> Compare(IReadOnlyList<Milestone> now)
    {
        var strangers = now.Count(milestone => !IsKnown(milestone) && !(milestone.Released >= since));
        var tellsStrangers = before is not null && strangers <= MostStrangers;
        return now.Select(milestone => Of(milestone, tellsStrangers)).OfType<MilestoneNews>();
    }

    private bool IsKnown(Milestone milestone) => before?.GetValueOrDefault(milestone.Name) is [_, _];

    private MilestoneNews? Of(Milestone milestone, bool tellsStrangers)
    {
        if (before?.GetValueOrDefault(milestone.Name) is not [var mark, var targeted])
            return Unknown(milestone, tellsStrangers);

        if (milestone.IsReleased)
            return mark == ReleasedMark
                ? null
                : new MilestoneNews(milestone, MilestoneSettings.Released, "upcoming → released");

        return mark == ReleasedMark || targeted == milestone.Targeted
            ? null
            : new MilestoneNews(
                milestone, MilestoneSettings.Moved, $"planned for {Day(targeted)} → {Day(milestone.Targeted)}");
    }

    // A release can be written down days after its date, so a list that was whole before tells more than dates do.
    private MilestoneNews? Unknown(Milestone milestone, bool tellsStrangers)
    {
        if (milestone.IsReleased)
            return milestone.Released >= since || tellsStrangers
                ? new MilestoneNews(milestone, MilestoneSettings.Released, "released")
                : null;

        return tellsStrangers
            ? new MilestoneNews(milestone, MilestoneSettings.Planned, $"planned for {Day(milestone.Targeted)}")
            : null;
    }

    private static string Day(string targeted) => targeted.Length > 0 ? targeted : "no day yet";
}

/// <param name="Milestone">As it is now.</param>
/// <param name="Kind">One of the kinds of <see cref="MilestoneSettings"/>.</param>
/// <param name="Change">In words.</param>
internal sealed record MilestoneNews(Milestone Milestone, string Kind, string Change);
