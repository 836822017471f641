using Digest.Model;
using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class BounceStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    private IBounceStore Bounces => Database.Get<IBounceStore>();

    [Fact]
    public async Task A_letter_is_found_by_its_number_and_by_its_message_id()
    {
        var letter = await SendAsync();

        Assert.Equal(letter, await Bounces.FindLetterAsync(letter.Id, Token));
        Assert.Equal(letter, await Bounces.FindLetterAsync(letter.MessageId, Token));
    }

    [Fact]
    public async Task What_is_on_no_letter_finds_nothing()
    {
        await SendAsync();

        Assert.Null(await Bounces.FindLetterAsync(4711, Token));
        Assert.Null(await Bounces.FindLetterAsync("' OR 1=1 --", Token));
    }

    [Fact]
    public async Task A_report_is_added_once()
    {
        var letter = await SendAsync();
        var bounce = new BounceEvent("r1", letter.Id, "hash", "soft", "5.2.2", "mailbox full", Now);
        Assert.False(await Bounces.IsKnownAsync("r1", Token));

        Assert.True(await Bounces.AddAsync(bounce, Token));
        Assert.False(await Bounces.AddAsync(bounce with { Kind = "hard" }, Token));

        Assert.True(await Bounces.IsKnownAsync("r1", Token));
    }

    [Fact]
    public async Task A_failure_for_good_outweighs_a_later_delay()
    {
        var letter = await SendAsync();
        var hard = new BounceEvent("r1", letter.Id, "hash", "hard", "5.1.1", "no such user", Now);
        await Bounces.AddAsync(hard, Token);
        await Bounces.AddAsync(hard with { Report = "r2", Kind = "delayed", Seen = Now.AddHours(1) }, Token);

        var returned = Assert.Single(await Letters.ListReturnsAsync(letter.Issue, Token));

        Assert.Equal(new LetterReturn(letter.Id, "hard", "5.1.1", "no such user", Now), returned.Value);
    }

    private async Task<Letter> SendAsync()
    {
        await AddReadersAsync("a@example.com");
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, "news.example", Token);
        return Assert.Single(await Letters.ListAsync(issue.Ref, null, Token).ToListAsync(Token));
    }
}
