using Digest.Gather;
using Digest.Model;
using Digest.Scheduling;
using Digest.Testing;
using Digest.Web;
using Digest.Web.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Scheduling;

public sealed class PollLoopTests
{
    private readonly TestClock _clock = new();
    private readonly NewsletterTurns _turns = new();
    private int _looks;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Due_sources_are_looked_for_at_the_start_and_every_minute()
    {
        using var loop = Loop(WithWebSource());
        await loop.StartAsync(Token);
        while (Volatile.Read(ref _looks) < 3)
        {
            _clock.Advance(PollLoop.Pause);
            await Task.Yield();
        }

        await loop.StopAsync(Token);
    }

    [Fact]
    public async Task Trouble_does_not_end_the_looking()
    {
        using var loop = Loop(WithWebSource(), () => throw new DigestException("another run works"));
        await loop.StartAsync(Token);
        while (Volatile.Read(ref _looks) < 2)
        {
            _clock.Advance(PollLoop.Pause);
            await Task.Yield();
        }

        await loop.StopAsync(Token);
    }

    [Fact]
    public async Task Nothing_is_polled_while_a_run_has_the_newsletters_turn()
    {
        using var turn = await _turns.WaitAsync(Some.Newsletter().Slug, Token);
        using var loop = Loop(WithWebSource());

        await loop.StartAsync(Token);
        await Task.Yield();

        Assert.Equal(0, _looks);
        await loop.StopAsync(Token);
    }

    [Fact]
    public async Task Newsletter_of_files_is_not_polled() =>
        await AssertUnpolledAsync(WithSource(Some.FeedSource() with { Url = null, Path = "a.xml" }));

    [Fact]
    public async Task Sample_with_a_clock_of_its_own_is_not_polled() =>
        await AssertUnpolledAsync(WithWebSource() with { Clock = Some.RunMoment });

    [Fact]
    public async Task Polling_can_be_switched_off() =>
        await AssertUnpolledAsync(WithWebSource(), new GatherOptions { Poll = false });

    private async Task AssertUnpolledAsync(Newsletter newsletter, GatherOptions? options = null)
    {
        using var loop = Loop(newsletter, options: options);
        await loop.StartAsync(Token);
        await loop.ExecuteTask!;

        Assert.Equal(0, _looks);
    }

    private static Newsletter WithWebSource() => WithSource(Some.FeedSource());

    private static Newsletter WithSource(SourceDefinition source) => Some.Newsletter() with { Sources = [source] };

    private PollLoop Loop(Newsletter newsletter, Action? looked = null, GatherOptions? options = null)
    {
        PollSources poll = (_, _) =>
        {
            Interlocked.Increment(ref _looks);
            looked?.Invoke();
            return Task.FromResult<GatherReport?>(null);
        };
        return new PollLoop(
            new ServedNewsletters([newsletter]),
            poll,
            _turns,
            Options.Create(options ?? new GatherOptions()),
            _clock,
            NullLogger<PollLoop>.Instance);
    }
}
