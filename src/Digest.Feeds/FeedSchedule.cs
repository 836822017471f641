namespace Digest.Feeds;

/// <summary>
/// When a publisher wants to be asked again: RSS <c>ttl</c>, <c>skipHours</c>, <c>skipDays</c> and the syndication
/// module of RSS 1.0.
/// </summary>
public sealed record FeedSchedule
{
    public static readonly FeedSchedule Unsaid = new();

    /// <summary>How long what was read stays good; null if nothing is said.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>How often something new comes; null if nothing is said.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>Hours of the day (UTC, 0 to 23) at which nothing new comes.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week (UTC) on which nothing new comes.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
