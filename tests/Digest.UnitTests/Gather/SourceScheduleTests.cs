using Digest.Gather;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather;

public sealed class SourceScheduleTests
{
    private static readonly DateTimeOffset Now = Some.RunMoment;
    private static readonly FetchOutcome Bad = new FetchOutcome.Failed("no answer");
    private readonly SourceSchedule _schedule = new(new GatherOptions());

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0, 1)]
    [InlineData(30 * 60, 1)]
    [InlineData(3 * 3600, 3)]
    [InlineData(10 * 24 * 3600, 24)]
    public void Fresh_source_is_asked_again_between_the_bounds(int? seconds, int hours)
    {
        TimeSpan? fresh = seconds is { } number ? TimeSpan.FromSeconds(number) : null;

        AssertAbout(TimeSpan.FromHours(hours), After(new FetchOutcome.Fetched([], []) { FreshFor = fresh }));
        AssertAbout(TimeSpan.FromHours(hours), After(new FetchOutcome.Unchanged { FreshFor = fresh }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(5, 16)]
    [InlineData(6, 24)]
    [InlineData(1000, 24)]
    [InlineData(int.MaxValue, 24)]
    public void Failing_source_is_asked_ever_more_rarely_but_always_again(int failures, int hours) =>
        AssertAbout(TimeSpan.FromHours(hours), After(Bad, failures));

    [Fact]
    public void Server_that_asked_to_wait_longer_is_left_alone_so_long()
    {
        var wait = Now.AddHours(20);

        var state = _schedule.After(new SourceState { Failures = 1 }, Bad, wait, "weekly/a", Now);

        Assert.Equal(wait, state.NextTry);
    }

    [Fact]
    public void Source_that_stays_gone_rests_since_the_first_time()
    {
        var gone = new FetchOutcome.Failed("gone") { IsGone = true };
        var first = _schedule.After(new SourceState { Failures = 1 }, gone, null, "weekly/a", Now);
        var second = _schedule.After(first, gone, null, "weekly/a", Now.AddDays(8));

        Assert.Equal(Now, second.RestsSince);
        AssertAbout(TimeSpan.FromDays(7), second.NextTry!.Value - Now.AddDays(8));
    }

    [Fact]
    public void Source_that_rests_and_fails_otherwise_rests_on()
    {
        var state = _schedule.After(new SourceState { RestsSince = Now.AddDays(-7) }, Bad, null, "weekly/a", Now);

        Assert.Equal(Now.AddDays(-7), state.RestsSince);
    }

    [Fact]
    public void Source_that_came_back_rests_no_more() => Assert.Null(_schedule.After(
        new SourceState { RestsSince = Now }, new FetchOutcome.Unchanged(), null, "weekly/a", Now).RestsSince);

    [Fact]
    public void Sources_that_were_read_together_are_spread_and_each_time_the_same_way()
    {
        var moments = Enumerable.Range(0, 100)
            .Select(i => _schedule.After(SourceState.Empty, new FetchOutcome.Unchanged(), null, $"weekly/{i}", Now))
            .Select(state => state.NextTry)
            .ToList();

        Assert.True(moments.Distinct().Count() > 90);
        Assert.Equal(moments[7], _schedule.After(
            SourceState.Empty, new FetchOutcome.Unchanged(), null, "weekly/7", Now).NextTry);
    }

    private TimeSpan After(FetchOutcome outcome, int failures = 0) =>
        _schedule.After(new SourceState { Failures = failures }, outcome, null, "weekly/a", Now).NextTry!.Value - Now;

    private static void AssertAbout(TimeSpan expected, TimeSpan actual) =>
        Assert.InRange(actual, expected, expected * 1.1);
}
