using Digest.Model;
using Digest.Scheduling;
using Xunit;

namespace Digest.UnitTests.Scheduling;

public sealed class MissedRunPolicyTests
{
    // Friday 09:00 in Shanghai is 01:00 UTC.
    private static readonly Schedule Fridays = new(
        "0 0 9 ? * FRI", TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), MissedRun.RunOnce);
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Moment_since_the_newest_issue_was_missed() =>
        Assert.Equal(Friday, MissedRunPolicy.Missed(Fridays, Friday.AddDays(-7), Friday.AddHours(5)));

    [Fact]
    public void Of_many_missed_moments_the_last_is_made_up_for() =>
        Assert.Equal(Friday, MissedRunPolicy.Missed(Fridays, Friday.AddDays(-70), Friday.AddDays(3)));

    [Fact]
    public void Nothing_was_missed_before_the_next_moment() =>
        Assert.Null(MissedRunPolicy.Missed(Fridays, Friday.AddDays(-7), Friday.AddSeconds(-1)));

    [Fact]
    public void Run_by_hand_after_the_moment_makes_up_for_it() =>
        Assert.Null(MissedRunPolicy.Missed(Fridays, Friday.AddHours(1), Friday.AddHours(5)));

    [Fact]
    public void Newsletter_that_never_ran_missed_nothing() =>
        Assert.Null(MissedRunPolicy.Missed(Fridays, null, Friday.AddHours(5)));

    [Fact]
    public void Skipping_makes_up_for_nothing() => Assert.Null(
        MissedRunPolicy.Missed(Fridays with { Missed = MissedRun.Skip }, Friday.AddDays(-7), Friday.AddHours(5)));
}
