using Digest.Deliver;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class OutboxClaimContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Claimed_letter_is_transmitting_and_its_attempt_is_counted()
    {
        var issue = await OpenAsync("a@example.com");

        var letter = Assert.Single(await Outbox.ClaimAsync(issue, 10, Now, Token));
        Assert.Equal((LetterState.Transmitting, 1), (letter.State, letter.Attempts));
        Assert.Equal(Stored.Reader("a@example.com").Mailbox, letter.Recipient);
        Assert.Equal(issue, letter.Issue);
        Assert.Equal(new LetterCounts { Transmitting = 1 }, await Issues.CountLettersAsync(issue, Token));
    }

    [Fact]
    public async Task Claims_are_bounded_and_go_on_in_the_readers_order()
    {
        var issue = await OpenAsync("a@example.com", "b@example.com", "c@example.com");

        var first = await Outbox.ClaimAsync(issue, 2, Now, Token);
        var second = await Outbox.ClaimAsync(issue, 2, Now, Token);
        Assert.Equal(
            ["a@example.com", "b@example.com", "c@example.com"],
            first.Concat(second).Select(letter => letter.Recipient.Address.Value));
        Assert.Empty(await Outbox.ClaimAsync(issue, 2, Now, Token));
    }

    [Fact]
    public async Task Deferred_letter_is_due_when_its_next_try_has_come()
    {
        var issue = await OpenAsync("a@example.com");
        var letter = Assert.Single(await Outbox.ClaimAsync(issue, 1, Now, Token)) with
        {
            State = LetterState.Deferred, NextTry = Now.AddMinutes(5), Reply = "450 4.2.1 忙",
        };
        await Outbox.RecordAsync([letter], Token);

        Assert.Empty(await Outbox.ClaimAsync(issue, 1, Now.AddMinutes(5).AddTicks(-1), Token));
        var again = Assert.Single(await Outbox.ClaimAsync(issue, 1, Now.AddMinutes(5), Token));
        Assert.Equal(letter with { State = LetterState.Transmitting, Attempts = 2 }, again);
    }

    [Fact]
    public async Task Answers_are_counted_the_commonest_first()
    {
        var issue = await OpenAsync("a@example.com", "b@example.com", "c@example.com");
        var letters = await Outbox.ClaimAsync(issue, 3, Now, Token);
        await Outbox.RecordAsync(
            [
                letters[0] with { State = LetterState.Failed, Reply = "550 gone" },
                letters[1] with { State = LetterState.Deferred, Reply = "450 忙", NextTry = Now.AddMinutes(9) },
                letters[2] with { State = LetterState.Deferred, Reply = "450 忙", NextTry = Now.AddMinutes(5) },
            ],
            Token);

        Assert.Equal(
            [
                new LetterAnswer(LetterState.Deferred, "450 忙", 2, Now.AddMinutes(5)),
                new LetterAnswer(LetterState.Failed, "550 gone", 1, null),
            ],
            await Outbox.ListAnswersAsync(issue, 10, Token));
        Assert.Single(await Outbox.ListAnswersAsync(issue, 1, Token));
    }

    [Fact]
    public async Task Letter_that_is_put_back_is_due_at_once()
    {
        var issue = await OpenAsync("a@example.com");
        var letter = Assert.Single(await Outbox.ClaimAsync(issue, 1, Now, Token));
        await Outbox.RecordAsync([letter with { State = LetterState.Pending, Attempts = 0 }], Token);

        Assert.Equal(1, Assert.Single(await Outbox.ClaimAsync(issue, 1, Now, Token)).Attempts);
    }

    [Fact]
    public async Task Reader_who_left_meanwhile_gets_no_letter()
    {
        var issue = await OpenAsync("left@example.com", "bad@example.com", "stays@example.com");
        await Subscribers.MoveAsync(
            Stored.Reader("left@example.com").Id, SubscriptionState.Unsubscribed, Now, Token);
        await Suppressions.SuppressAsync(Stored.SuppressionOf("bad@example.com"), Token);

        // A batch that holds only readers who left must not look like the end.
        var letter = Assert.Single(await Outbox.ClaimAsync(issue, 1, Now, Token));
        Assert.Equal("stays@example.com", letter.Recipient.Address.Value);
        Assert.Equal(
            new LetterCounts { Suppressed = 2, Transmitting = 1 }, await Issues.CountLettersAsync(issue, Token));
    }

    [Theory]
    [InlineData(LetterState.Accepted)]
    [InlineData(LetterState.Failed)]
    [InlineData(LetterState.Suppressed)]
    public async Task Final_letter_never_moves_again(LetterState final)
    {
        var issue = await OpenAsync("a@example.com");
        var letter = Assert.Single(await Outbox.ClaimAsync(issue, 1, Now, Token));
        await Outbox.RecordAsync([letter with { State = final }], Token);
        await Outbox.RecordAsync([letter with { State = LetterState.Pending }], Token);

        Assert.Empty(await Outbox.ClaimAsync(issue, 1, Now, Token));
    }

    [Fact]
    public async Task Letters_are_recorded_all_or_none()
    {
        var issue = await OpenAsync("a@example.com", "b@example.com");
        var letters = await Outbox.ClaimAsync(issue, 2, Now, Token);

        await Assert.ThrowsAnyAsync<Exception>(() => Outbox.RecordAsync(
            [letters[0] with { State = LetterState.Accepted }, letters[1] with { State = (LetterState)99 }], Token));
        Assert.Equal(2, (await Issues.CountLettersAsync(issue, Token)).Transmitting);
    }

    [Fact]
    public async Task Two_claimants_never_share_a_letter()
    {
        var issue = await OpenAsync([.. Enumerable.Range(0, 200).Select(i => $"r{i}@example.com")]);
        await using var other = Database.OpenAgain();
        var claimants = new[] { Outbox, other.Get<global::Digest.Deliver.IOutboxStore>() };

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => Task.Run(() => claimants[i % 2].ClaimAsync(issue, 10, Now, Token), Token)));

        var letters = claims.SelectMany(letter => letter).ToList();
        Assert.Equal(200, letters.Count);
        Assert.Equal(200, letters.DistinctBy(letter => letter.Id).Count());
    }

    [Fact]
    public async Task Sum_of_the_letters_is_the_audience_while_others_record()
    {
        var issue = await OpenAsync([.. Enumerable.Range(0, 200).Select(i => $"r{i}@example.com")]);
        var delivery = Task.Run(() => DeliverAllAsync(issue), Token);

        while (!delivery.IsCompleted)
            Assert.Equal(200, (await Issues.CountLettersAsync(issue, Token)).Audience);

        await delivery;
        Assert.Equal(200, (await Outbox.SettleAsync(issue, Now, Token)).Accepted);
    }

    private async Task DeliverAllAsync(IssueRef issue)
    {
        while (await Outbox.ClaimAsync(issue, 7, Now, Token) is { Count: > 0 } letters)
            await Outbox.RecordAsync(
                [.. letters.Select(letter => letter with { State = LetterState.Accepted })], Token);
    }

    private async Task<IssueRef> OpenAsync(params string[] addresses)
    {
        await AddReadersAsync(addresses);
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, "news.example", Token);
        return issue.Ref;
    }
}
