using Digest.Gather;
using Digest.Gather.Web;
using Digest.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Gather.Web;

public sealed class HostTurnsTests
{
    private static readonly Uri Planet = new("https://planet.example/feed");
    private readonly TestClock _clock = new();

    [Fact]
    public async Task One_server_has_one_turn_at_a_time()
    {
        var turns = Turns();
        var first = await turns.WaitAsync(Planet, CancellationToken.None);
        var second = turns.WaitAsync(new Uri("https://PLANET.example./other"), CancellationToken.None);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Theory]
    [InlineData("https://other.example/feed")]
    [InlineData("https://planet.example:8443/feed")]
    public async Task Other_server_does_not_wait(string other)
    {
        var turns = Turns();
        using var first = await turns.WaitAsync(Planet, CancellationToken.None);

        using var second = await turns.WaitAsync(new Uri(other), CancellationToken.None);

        Assert.NotSame(first, second);
    }

    [Fact]
    public async Task Turns_come_in_the_order_they_were_asked_for()
    {
        var turns = Turns();
        var order = new List<int>();
        var first = await turns.WaitAsync(Planet, CancellationToken.None);
        var waiting = Enumerable.Range(1, 5).Select(number => TakeAsync(turns, number, order)).ToList();
        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal([1, 2, 3, 4, 5], order);
    }

    [Fact]
    public async Task Who_stops_waiting_takes_no_turn()
    {
        var turns = Turns();
        using var stop = new CancellationTokenSource();
        var first = await turns.WaitAsync(Planet, CancellationToken.None);
        var second = turns.WaitAsync(Planet, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        (await turns.WaitAsync(Planet, CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task Server_has_its_pause_between_two_turns()
    {
        var turns = Turns(TimeSpan.FromSeconds(3));
        (await turns.WaitAsync(Planet, CancellationToken.None)).Dispose();
        var second = turns.WaitAsync(Planet, CancellationToken.None);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await second).Dispose();
    }

    private HostTurns Turns(TimeSpan pause = default) =>
        new(Options.Create(new GatherOptions { HostPause = pause }), _clock);

    private static async Task TakeAsync(HostTurns turns, int number, List<int> order)
    {
        using var turn = await turns.WaitAsync(Planet, CancellationToken.None);
        order.Add(number);
    }
}
