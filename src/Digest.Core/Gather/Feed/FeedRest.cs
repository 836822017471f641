using Digest.Feeds;

namespace Digest.Gather.Feed;

/// <summary>How long a feed itself says that nothing new comes.</summary>
internal static class FeedRest
{
    private const int HoursOfWeek = 7 * 24;

    /// <returns>Null if it says nothing.</returns>
    public static TimeSpan? Of(FeedSchedule schedule, DateTimeOffset now)
    {
        var rest = schedule.TimeToLive > schedule.Period || schedule.Period is null
            ? schedule.TimeToLive
            : schedule.Period;
        var next = now + (rest ?? TimeSpan.Zero);
        var end = AfterSkipped(schedule, next.ToUniversalTime());
        return rest is null && end == next ? null : end - now;
    }

    /// <summary>The first moment from then on that lies in no hour or day that the feed tells to skip.</summary>
    private static DateTimeOffset AfterSkipped(FeedSchedule schedule, DateTimeOffset moment)
    {
        var at = moment;
        for (var hours = 0; hours < HoursOfWeek; hours++)
        {
            if (!schedule.SkipHours.Contains(at.Hour) && !schedule.SkipDays.Contains(at.DayOfWeek))
                return at;

            at = at.AddHours(1).AddTicks(-(at.Ticks % TimeSpan.TicksPerHour));
        }

        // A feed that skips all hours of the week says nothing.
        return moment;
    }
}
