using Digest.Deliver;
using Digest.Model;
using Digest.Scheduling;
using Digest.Testing;
using Digest.Web.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Digest.UnitTests.Scheduling;

public sealed class DeferredDeliveryTests
{
    private readonly List<IssueRef> _sent = [];
    private readonly Dictionary<IssueRef, LetterCounts> _letters = [];
    private readonly List<Issue> _issues = [];

    [Fact]
    public async Task Issue_with_deferred_letters_is_taken_up()
    {
        Have(1, IssueState.Sending, new LetterCounts { Accepted = 9, Deferred = 1 });
        await RunAsync();
        Assert.Equal([new IssueRef("weekly", "1")], _sent);
    }

    [Theory]
    [InlineData(IssueState.Draft)]
    [InlineData(IssueState.Approved)]
    [InlineData(IssueState.Sent)]
    [InlineData(IssueState.Cancelled)]
    public async Task Issue_in_another_state_is_left_alone(IssueState state)
    {
        Have(1, state, new LetterCounts { Pending = 1 });
        await RunAsync();
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Letters_held_for_the_editor_are_left_alone()
    {
        Have(1, IssueState.Sending, new LetterCounts { Accepted = 9, Uncertain = 1 });
        await RunAsync();
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Oldest_issue_goes_first()
    {
        Have(2, IssueState.Sending, new LetterCounts { Pending = 1 });
        Have(1, IssueState.Sending, new LetterCounts { Transmitting = 1 });
        await RunAsync();
        Assert.Equal(["1", "2"], _sent.Select(issue => issue.Label));
    }

    [Fact]
    public async Task Trouble_waits_for_the_next_look()
    {
        Have(1, IssueState.Sending, new LetterCounts { Pending = 1 });
        await RunAsync(new DigestException("weekly: another run works on this newsletter"));
        await RunAsync(new InvalidOperationException("a bug"));
        await RunAsync();
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public async Task Run_underway_is_waited_for()
    {
        Have(1, IssueState.Sending, new LetterCounts { Pending = 1 });
        var turns = new NewsletterTurns();
        var run = await turns.WaitAsync("weekly", TestContext.Current.CancellationToken);
        var look = RunAsync(turns: turns);
        Assert.Empty(_sent);

        run.Dispose();
        await look;
        Assert.Single(_sent);
    }

    private void Have(int number, IssueState state, LetterCounts letters)
    {
        var issue = Some.Issue(number: number) with { State = state };
        _issues.Add(issue);
        _letters[issue.Ref] = letters;
    }

    private Task RunAsync(Exception? failure = null, NewsletterTurns? turns = null)
    {
        SendIssue send = (_, issue, _) =>
        {
            _sent.Add(issue);
            return failure is null
                ? Task.FromResult(new DeliveryReport(new LetterCounts { Accepted = 1 }, "outbox", null))
                : throw failure;
        };
        var delivery = new DeferredDelivery(
            new IssueStoreDouble(_issues, _letters), send, turns ?? new(), NullLogger<DeferredDelivery>.Instance);
        return delivery.RunAsync(Some.Newsletter(), TestContext.Current.CancellationToken);
    }
}
