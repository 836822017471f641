using Digest.Model;
using Quartz;

namespace Digest.Scheduling;

/// <summary>
/// Decides at start whether a scheduled run was missed while no worker was up. The scheduler keeps its triggers in
/// memory only, so it cannot know; the newest issue in the database can.
/// </summary>
public static class MissedRunPolicy
{
    /// <param name="last">Up to when the newest issue gathered; null for a newsletter that never ran.</param>
    /// <returns>The latest moment that passed, however many did; null if there is nothing to make up for.</returns>
    public static DateTimeOffset? Missed(Schedule schedule, DateTimeOffset? last, DateTimeOffset now)
    {
        if (schedule.Missed == MissedRun.Skip || last is not { } since)
            return null;

        var passed = schedule.ToCron().GetPreviousValidTimeBefore(now);
        return passed > since ? passed : null;
    }
}
