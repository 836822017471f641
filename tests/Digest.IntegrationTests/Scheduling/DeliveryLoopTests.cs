using Digest.Deliver;
using Digest.Model;
using Digest.Scheduling;
using Digest.Testing;
using Digest.Web;
using Digest.Web.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Digest.IntegrationTests.Scheduling;

public sealed class DeliveryLoopTests
{
    [Fact]
    public async Task Deferred_letters_are_looked_for_every_minute()
    {
        var clock = new TestClock();
        var looks = 0;
        using var loop = Loop(clock, () => looks++);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        while (Volatile.Read(ref looks) < 3)
        {
            clock.Advance(DeliveryLoop.Pause);
            await Task.Yield();
        }

        await loop.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(loop.ExecuteTask!.IsCompleted);
    }

    private static DeliveryLoop Loop(TestClock clock, Action looked)
    {
        var issue = Some.Issue() with { State = IssueState.Sending };
        var letters = new Dictionary<IssueRef, LetterCounts> { [issue.Ref] = new() { Deferred = 1 } };
        SendIssue send = (_, _, _) =>
        {
            looked();
            return Task.FromResult(new DeliveryReport(new LetterCounts { Deferred = 1 }, "outbox", null));
        };
        var delivery = new DeferredDelivery(
            new IssueStoreDouble([issue], letters), send, new NewsletterTurns(), NullLogger<DeferredDelivery>.Instance);
        return new DeliveryLoop(new ServedNewsletters([Some.Newsletter()]), delivery, clock);
    }
}
