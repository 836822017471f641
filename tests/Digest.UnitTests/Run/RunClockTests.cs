using Digest.Model;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Run;

public sealed class RunClockTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private readonly TestClock _clock = new();
    private readonly Newsletter _newsletter = Some.Newsletter() with
    {
        Schedule = new Schedule("0 0 9 ? * FRI", Shanghai, MissedRun.RunOnce),
    };

    [Fact]
    public void Day_is_its_last_second_in_the_newsletters_zone()
    {
        var moment = new RunClock(_clock).For(_newsletter, "2026-11-20");

        Assert.Equal(new DateTimeOffset(2026, 11, 20, 23, 59, 59, TimeSpan.FromHours(8)), moment);
    }

    [Theory]
    [InlineData("2026-11-20T09:00:00+08:00", "2026-11-20T01:00:00Z")]
    [InlineData("2026-11-20T09:00+08:00", "2026-11-20T01:00:00Z")]
    [InlineData("2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z")]
    public void Moment_with_an_offset_is_taken_as_it_is(string text, string expected)
    {
        Assert.True(RunClock.TryRead(text, Shanghai, out var moment));
        Assert.True(RunClock.TryRead(expected, TimeZoneInfo.Utc, out var same));
        Assert.Equal(same.UtcDateTime, moment.UtcDateTime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("20.11.2026")]
    [InlineData("2026-11-20T09:00:00")]
    public void What_is_no_moment_is_refused_as_wrong_usage(string text)
    {
        var error = Assert.Throws<DigestException>(() => new RunClock(_clock).For(_newsletter, text));

        Assert.Equal(2, error.ExitCode);
        Assert.Contains("2026-11-20", error.Message);
    }

    [Fact]
    public void Newsletters_own_clock_holds_where_no_moment_is_named()
    {
        var own = new DateTimeOffset(2026, 11, 8, 23, 59, 59, TimeSpan.FromHours(8));

        Assert.Equal(own, new RunClock(_clock).For(_newsletter with { Clock = own }, at: null));
    }

    [Fact]
    public void Real_time_holds_where_neither_is_set() =>
        Assert.Equal(_clock.GetUtcNow(), new RunClock(_clock).For(_newsletter, at: null));
}
