namespace Digest.Deliver;

/// <summary>
/// When to try a deferred letter again (standards.md S9): after ten minutes, which greylisting wants, after half an
/// hour, then every two to three hours until the time is up. Pure: no clock, no chance; the same letter gets the same
/// waits.
/// </summary>
public static class RetrySchedule
{
    private static readonly TimeSpan[] First =
    [
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
    ];

    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    /// <param name="attempts">Tries made so far, at least one.</param>
    /// <param name="letterId">Spreads the tries of many letters over a tenth of the wait.</param>
    /// <param name="now">The time of the last try.</param>
    /// <param name="giveUpAfter">How long the whole may take, counted from the first try.</param>
    /// <returns>The next try, or null to give up.</returns>
    public static DateTimeOffset? Next(int attempts, long letterId, DateTimeOffset now, TimeSpan giveUpAfter)
    {
        if (Elapsed(attempts) > giveUpAfter)
            return null;

        var wait = Wait(attempts);
        return now + wait + (wait / 10 * Spread(letterId));
    }

    /// <summary>From the first try to the one after <paramref name="attempts"/> tries, as planned.</summary>
    private static TimeSpan Elapsed(int attempts)
    {
        var sum = TimeSpan.Zero;
        for (var i = 1; i <= attempts; i++)
            sum += Wait(i);
        return sum;
    }

    private static TimeSpan Wait(int attempts) => attempts <= First.Length ? First[Math.Max(attempts, 1) - 1] : Later;

    /// <summary>From 0 to 1, the same for the same letter.</summary>
    private static double Spread(long letterId) => (uint)(letterId * 2654435761) / (double)uint.MaxValue;
}
