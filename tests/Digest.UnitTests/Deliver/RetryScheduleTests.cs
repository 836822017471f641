using Digest.Deliver;
using Xunit;

namespace Digest.UnitTests.Deliver;

public sealed class RetryScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan TwoDays = TimeSpan.FromHours(48);

    [Fact]
    public void Two_tries_fall_into_the_first_hour()
    {
        var first = RetrySchedule.Next(1, 7, Now, TwoDays)!.Value;
        var second = RetrySchedule.Next(2, 7, first, TwoDays)!.Value;

        Assert.InRange(first - Now, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        Assert.InRange(second - Now, TimeSpan.FromMinutes(40), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public void Later_tries_are_two_to_three_hours_apart()
    {
        for (var attempts = 3; attempts < 10; attempts++)
            Assert.InRange(
                RetrySchedule.Next(attempts, 7, Now, TwoDays)!.Value - Now,
                TimeSpan.FromHours(2),
                TimeSpan.FromHours(3.3));
    }

    [Fact]
    public void After_two_days_a_letter_is_given_up()
    {
        var (tries, last) = (1, Now);
        while (RetrySchedule.Next(tries, 7, last, TwoDays) is { } next)
            (tries, last) = (tries + 1, next);

        Assert.InRange(last - Now, TimeSpan.FromHours(42), TimeSpan.FromHours(52));
    }

    [Fact]
    public void Letters_are_spread_but_each_keeps_its_time()
    {
        var tries = Enumerable.Range(1, 100).Select(id => RetrySchedule.Next(1, id, Now, TwoDays)).ToList();

        Assert.True(tries.Distinct().Count() > 90);
        Assert.Equal(tries[41], RetrySchedule.Next(1, 42, Now, TwoDays));
    }
}
