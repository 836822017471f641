using Digest.Model;
using Digest.Scheduling;
using Quartz;
using Xunit;

namespace Digest.UnitTests.Scheduling;

public sealed class QuartzSchedulesTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-11-20T01:00:00Z")]
    [InlineData("Asia/Tokyo", "2026-11-20T00:00:00Z")]
    [InlineData("America/New_York", "2026-11-20T14:00:00Z")]
    public void Cron_is_read_in_the_schedules_zone(string zone, string expected) =>
        Assert.Equal(Utc(expected), Next("0 0 9 ? * FRI", zone, "2026-11-18T00:00:00Z"));

    [Fact]
    public void Hour_stays_the_hour_of_the_wall_clock_when_summer_begins()
    {
        Assert.Equal(Utc("2026-03-27T08:00:00Z"), Next("0 0 9 ? * FRI", "Europe/Berlin", "2026-03-26T00:00:00Z"));
        Assert.Equal(Utc("2026-04-03T07:00:00Z"), Next("0 0 9 ? * FRI", "Europe/Berlin", "2026-04-02T00:00:00Z"));
    }

    [Fact]
    public void Time_that_the_clocks_jump_over_fires_when_they_have_jumped() =>
        Assert.Equal(Utc("2026-03-29T01:00:00Z"), Next("0 30 2 * * ?", "Europe/Berlin", "2026-03-28T12:00:00Z"));

    [Fact]
    public void Time_that_comes_twice_fires_once()
    {
        Assert.Equal(Utc("2026-10-25T00:30:00Z"), Next("0 30 2 * * ?", "Europe/Berlin", "2026-10-24T12:00:00Z"));
        Assert.Equal(Utc("2026-10-26T01:30:00Z"), Next("0 30 2 * * ?", "Europe/Berlin", "2026-10-25T00:30:00Z"));
    }

    [Theory]
    [InlineData(MissedRun.RunOnce, CronTriggerMisfireInstruction.FireAndProceed)]
    [InlineData(MissedRun.Skip, CronTriggerMisfireInstruction.DoNothing)]
    public void Policy_for_missed_runs_is_said_to_the_scheduler(
        MissedRun missed, CronTriggerMisfireInstruction expected)
    {
        var schedule = new Schedule("0 0 9 ? * FRI", TimeZoneInfo.Utc, missed);
        var trigger = Assert.IsAssignableFrom<ICronTrigger>(schedule.ToTrigger("weekly"));
        Assert.Equal(expected, trigger.MisfireInstruction);
        Assert.Equal("weekly", trigger.Key.Name);
    }

    private static DateTimeOffset? Next(string cron, string zone, string after) =>
        new Schedule(cron, TimeZoneInfo.FindSystemTimeZoneById(zone), MissedRun.RunOnce)
            .ToCron().GetNextValidTimeAfter(Utc(after));

    private static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
