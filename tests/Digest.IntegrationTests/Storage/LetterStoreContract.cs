using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class LetterStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Letters_come_in_the_order_in_which_they_were_made_with_their_readers()
    {
        var issue = await OpenAsync("b@example.com", "a@example.com");

        Assert.Equal(["b@example.com", "a@example.com"], await AddressesAsync(issue));
    }

    [Fact]
    public async Task State_and_reply_are_the_recorded_ones()
    {
        var issue = await OpenAsync("a@example.com", "b@example.com");
        var claimed = Assert.Single(await Outbox.ClaimAsync(issue, 1, Now, Token));
        var refused = claimed with { State = LetterState.Failed, Reply = "550 5.1.1 \u001b[2Jno such user" };
        await Outbox.RecordAsync([refused], Token);

        var letter = Assert.Single(await Letters.ListAsync(issue, LetterState.Failed, Token).ToListAsync(Token));

        Assert.Equal(refused, letter);
        Assert.Equal(["b@example.com"], await AddressesAsync(issue, LetterState.Pending));
    }

    [Fact]
    public async Task Other_issues_and_newsletters_are_left_out()
    {
        await OpenAsync("a@example.com");

        Assert.Empty(await AddressesAsync(new IssueRef(Weekly, "2")));
        Assert.Empty(await AddressesAsync(new IssueRef("other", "1")));
    }

    [Fact]
    public async Task No_letter_is_lost_between_two_pages()
    {
        var addresses = Enumerable.Range(0, 2001).Select(number => $"r{number}@example.com").ToArray();
        var issue = await OpenAsync(addresses);

        Assert.Equal(addresses, await AddressesAsync(issue));
    }

    private async Task<IssueRef> OpenAsync(params string[] addresses)
    {
        await AddReadersAsync(addresses);
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, "news.example", Token);
        return issue.Ref;
    }

    private async Task<IEnumerable<string>> AddressesAsync(IssueRef issue, LetterState? state = null) =>
        (await Letters.ListAsync(issue, state, Token).ToListAsync(Token))
            .Select(letter => letter.Recipient.Address.Value);
}
