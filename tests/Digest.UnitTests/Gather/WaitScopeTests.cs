using Digest.Gather;
using Digest.Testing;
using Xunit;

namespace Digest.UnitTests.Gather;

public sealed class WaitScopeTests
{
    private static readonly DateTimeOffset Now = Some.RunMoment;

    [Theory]
    [InlineData(null, "https://maker.example/one", null, "https://maker.example/two", true)]
    [InlineData(null, "https://maker.example/one", null, "https://MAKER.example./two", true)]
    [InlineData(null, "https://maker.example/one", null, "https://maker.example:8443/two", false)]
    [InlineData("host", "https://maker.example/one", "host", "https://maker.example/two", true)]
    [InlineData("source", "https://maker.example/one", null, "https://maker.example/two", false)]
    [InlineData(null, "https://maker.example/one", "source", "https://maker.example/two", false)]
    [InlineData("blogs.example", "https://keel.blogs.example/", null, "https://sail.blogs.example/", true)]
    [InlineData("blogs.example", "https://keel.blogs.example/", null, "https://blogs.example/", true)]
    [InlineData("blogs.example", "https://keel.blogs.example/", null, "https://otherblogs.example/", false)]
    [InlineData("blogs.example", "https://elsewhere.example/", null, "https://sail.blogs.example/", false)]
    public void Wish_to_wait_holds_for_its_scope(
        string? teller, string told, string? other, string asked, bool holds)
    {
        var waits = new HostWaits();
        var scope = WaitScope.At(Own("a", teller), new Uri(told));
        waits.Add([new HostWait(scope, Now.AddHours(1), "wait")]);

        Assert.Equal(holds, waits.Find(Own("b", other), new Uri(asked), Now) is not null);
        Assert.NotNull(waits.Find(Own("a", teller), new Uri(told), Now));
    }

    [Fact]
    public void Wait_ends_at_its_moment()
    {
        var waits = new HostWaits();
        waits.Add([new HostWait("maker.example:443", Now, "wait")]);

        Assert.Null(waits.Find(null, new Uri("https://maker.example/"), Now));
    }

    [Fact]
    public void Longer_of_two_waits_holds()
    {
        var waits = new HostWaits();
        waits.Add([
            new HostWait("maker.example:443", Now.AddHours(2), "long"),
            new HostWait("maker.example:443", Now.AddHours(1), "short"),
        ]);

        Assert.Equal("long", waits.Find(null, new Uri("https://maker.example/"), Now)?.Reason);
    }

    private static string? Own(string id, string? wait) =>
        WaitScope.Of("weekly", Some.FeedSource(id) with { Wait = wait });
}
