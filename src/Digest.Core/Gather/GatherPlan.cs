using Digest.Gather.Answers;
using Digest.Model;

namespace Digest.Gather;

/// <summary>Which sources a gathering asks and which it leaves alone, with the reason. Does no I/O.</summary>
internal sealed record GatherPlan(IReadOnlyList<PlannedSource> Sources)
{
    // What a server's clock, index or replica may lag behind; the ledger knows what comes twice.
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>What is asked, in the order of <c>newsletter.yml</c>.</summary>
    public IEnumerable<PlannedSource> Asked => Sources.Where(source => source.Closed is null);

    /// <summary>Why sources are not asked, by id.</summary>
    public IReadOnlyDictionary<string, string> Closed => Sources
        .Where(source => source.Closed is not null)
        .ToDictionary(source => source.Request.Source.Id, source => source.Closed!, StringComparer.Ordinal);

    /// <param name="now">The moment of the run.</param>
    /// <param name="time">The real time, by which sources are due.</param>
    public static GatherPlan Of(
        Newsletter newsletter,
        IReadOnlyDictionary<string, SourceState> states,
        HostWaits waits,
        SourceChoice choice,
        int firstDays,
        DateTimeOffset now,
        DateTimeOffset time)
    {
        var planned = new List<PlannedSource>();
        foreach (var source in newsletter.Sources.Where(source => IsChosen(source, choice)))
        {
            var state = states.GetValueOrDefault(source.Id, SourceState.Empty).At(source.Url);
            if (choice.Replay is { } replay)
                state = state with { MovedTo = replay.MovedToOf(source.Id) ?? state.MovedTo };

            var outlook = SourceOutlook.Of(newsletter.Slug, source, state, waits, time);
            if (choice.OnlyDue && outlook.Standing != SourceStanding.Due)
                continue;

            var since = choice.Replay?.SinceOf(source.Id) ?? Since(state, firstDays, now);
            var request = new SourceRequest(newsletter, source, state) { Now = now, Since = since };
            planned.Add(new PlannedSource(request, ClosedReason(source, outlook, choice)));
        }

        return new GatherPlan(planned);
    }

    private static DateTimeOffset Since(SourceState state, int firstDays, DateTimeOffset now)
    {
        if (state.LastSuccess is { } last)
            return last - Overlap;

        return (state.FirstTry < now ? state.FirstTry.Value : now) - TimeSpan.FromDays(firstDays);
    }

    private static bool IsChosen(SourceDefinition source, SourceChoice choice)
    {
        if (choice.SourceId is { } id && source.Id != id)
            return false;
        if (choice.Replay is { } replay && !replay.IsFor(source.Id))
            return false;

        // What lies on disk loses nothing by waiting for the run.
        return !choice.OnlyDue || source.Path is null;
    }

    private static string? ClosedReason(SourceDefinition source, SourceOutlook outlook, SourceChoice choice)
    {
        if (choice.Replay is { } replay)
            return replay.ClosedReason(source.Id);

        return choice.Force || !outlook.IsClosed ? null : NotAsked.Words(outlook.Until, outlook.Why);
    }
}

/// <summary>A source of a plan.</summary>
/// <param name="Closed">Why it is not asked; null if it is.</param>
internal sealed record PlannedSource(SourceRequest Request, string? Closed);
