using Digest.Gather;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather;

public sealed class SourceOutlookTests
{
    private static readonly DateTimeOffset Now = Some.RunMoment;
    private readonly HostWaits _waits = new();

    [Fact]
    public void Source_that_was_never_read_is_due() => Assert.Equal(
        new SourceOutlook(SourceStanding.Due, null, "due"), Of(SourceState.Empty));

    [Fact]
    public void Source_that_was_read_is_fresh() => Assert.Equal(
        new SourceOutlook(SourceStanding.Fresh, Now.AddHours(1), "fresh"),
        Of(new SourceState { NextTry = Now.AddHours(1) }));

    [Fact]
    public void Failing_source_says_how_often_and_why() => Assert.Equal(
        new SourceOutlook(SourceStanding.Failing, Now.AddHours(1), "3 tries failed: no answer"),
        Of(new SourceState { NextTry = Now.AddHours(1), LastError = "no answer", Failures = 3 }));

    [Fact]
    public void Failing_source_whose_time_has_come_is_due() => Assert.Equal(
        new SourceOutlook(SourceStanding.Due, null, "due; the last try failed: no answer"),
        Of(new SourceState { NextTry = Now, LastError = "no answer", Failures = 1 }));

    [Fact]
    public void Wish_of_the_server_goes_before_freshness()
    {
        _waits.Add([new HostWait("planet.example:443", Now.AddHours(2), "HTTP 429: wait")]);

        Assert.Equal(
            new SourceOutlook(SourceStanding.Waiting, Now.AddHours(2), "HTTP 429: wait"),
            Of(new SourceState { NextTry = Now.AddHours(1) }));
    }

    [Fact]
    public void Resting_source_says_since_when_and_what_to_do()
    {
        var outlook = Of(new SourceState { RestsSince = Now.AddDays(-2), NextTry = Now.AddDays(5), LastError = "x" });

        Assert.Equal((SourceStanding.Resting, Now.AddDays(5)), (outlook.Standing, outlook.Until!.Value));
        Assert.Contains("rests since 2026-11-11", outlook.Why);
        Assert.Contains("remove it from newsletter.yml", outlook.Why);
    }

    private SourceOutlook Of(SourceState state) =>
        SourceOutlook.Of("weekly", Some.FeedSource(), state, _waits, Now);
}
