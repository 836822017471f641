using Digest.Deliver;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

/// <summary>Opening and settling; claims have a class of their own.</summary>
public abstract class OutboxStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    private const string Domain = "news.example";

    [Fact]
    public async Task Opening_writes_a_letter_for_every_active_reader()
    {
        await AddReadersAsync("a@example.com", "b@example.com", "left@example.com", "bad@example.com");
        await Subscribers.AddAsync([Stored.Reader("a@example.com", "other")], Token);
        await Subscribers.MoveAsync(
            Stored.Reader("left@example.com").Id, SubscriptionState.Unsubscribed, Now, Token);
        await Suppressions.SuppressAsync(Stored.SuppressionOf("bad@example.com"), Token);
        var issue = await OpenAsync();

        Assert.Equal(new LetterCounts { Pending = 2, Suppressed = 1 }, await Issues.CountLettersAsync(issue, Token));
        Assert.Equal(IssueState.Sending, (await Issues.FindAsync(issue, Token))!.State);
    }

    [Fact]
    public async Task Opening_again_adds_nobody_not_even_a_later_reader()
    {
        await AddReadersAsync("a@example.com");
        var issue = await OpenAsync();
        await AddReadersAsync("late@example.com");
        await Outbox.OpenAsync(issue, Domain, Token);

        Assert.Equal(1, (await Issues.CountLettersAsync(issue, Token)).Audience);
    }

    [Fact]
    public async Task Letters_of_a_dead_run_are_pending_again_with_the_same_message_id()
    {
        await AddReadersAsync("a@example.com");
        var issue = await OpenAsync();
        var lost = Assert.Single(await Outbox.ClaimAsync(issue, 10, Now, Token));
        Assert.Empty(await Outbox.ClaimAsync(issue, 10, Now, Token));
        await Outbox.OpenAsync(issue, Domain, Token);

        var again = Assert.Single(await Outbox.ClaimAsync(issue, 10, Now, Token));
        Assert.Equal(lost with { Attempts = 2 }, again);
    }

    [Fact]
    public async Task Message_ids_are_unique_and_name_the_issue()
    {
        await AddReadersAsync([.. Enumerable.Range(0, 50).Select(i => $"r{i}@example.com")]);
        var letters = await Outbox.ClaimAsync(await OpenAsync(), 100, Now, Token);

        Assert.Equal(50, letters.DistinctBy(letter => letter.MessageId).Count());
        Assert.All(letters, letter => Assert.Matches("^[0-9a-f]{16}\\.weekly-1@news\\.example$", letter.MessageId));
    }

    [Fact]
    public async Task Message_id_of_a_slug_in_another_script_stays_an_atom()
    {
        await Subscribers.AddAsync([Stored.Reader(newsletter: "社区 动态")], Token);
        var frozen = Stored.Frozen(Some.Issue("社区 动态"));
        await Frozen.FreezeAsync(frozen, Token);
        await Outbox.OpenAsync(frozen.Issue.Ref, Domain, Token);

        var letter = Assert.Single(await Outbox.ClaimAsync(frozen.Issue.Ref, 1, Now, Token));
        Assert.EndsWith(".------1@news.example", letter.MessageId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IssueState.Draft, "only an approved one is sent")]
    [InlineData(IssueState.Cancelled, "only an approved one is sent")]
    [InlineData(null, "there is no such issue")]
    public async Task Issue_that_is_not_approved_is_not_opened(IssueState? state, string reason)
    {
        var issue = state is null ? Some.Issue() : await DraftAsync();
        if (state is IssueState.Cancelled)
            await Issues.CancelAsync(issue.Ref, Token);

        var refusal = await Assert.ThrowsAsync<DigestException>(() => Outbox.OpenAsync(issue.Ref, Domain, Token));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_is_sent_when_every_letter_is_final()
    {
        await AddReadersAsync("a@example.com", "b@example.com");
        var issue = await OpenAsync();
        var letters = await Outbox.ClaimAsync(issue, 10, Now, Token);

        await Outbox.RecordAsync([letters[0] with { State = LetterState.Accepted }], Token);
        Assert.Equal(
            new LetterCounts { Accepted = 1, Transmitting = 1 }, await Outbox.SettleAsync(issue, Now, Token));
        Assert.Equal(IssueState.Sending, (await Issues.FindAsync(issue, Token))!.State);

        await Outbox.RecordAsync([letters[1] with { State = LetterState.Failed }], Token);
        Assert.Equal(new LetterCounts { Accepted = 1, Failed = 1 }, await Outbox.SettleAsync(issue, Now, Token));
        var sent = await Issues.FindAsync(issue, Token);
        Assert.Equal((IssueState.Sent, Now), (sent!.State, sent.Sent));
    }

    [Fact]
    public async Task Issue_that_is_sent_stays_sent_at_the_same_moment()
    {
        var issue = await OpenAsync();
        await Outbox.SettleAsync(issue, Now, Token);
        await Outbox.OpenAsync(issue, Domain, Token);
        await Outbox.SettleAsync(issue, Now.AddDays(1), Token);

        Assert.Equal(Now, (await Issues.FindAsync(issue, Token))!.Sent);
    }

    private async Task<IssueRef> OpenAsync()
    {
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, Domain, Token);
        return issue.Ref;
    }
}
