using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class IssueStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Issue_is_found_by_newsletter_and_label()
    {
        var issue = await DraftAsync(7);

        Assert.Equal(issue, await Issues.FindAsync(new IssueRef(Weekly, "7"), Token));
        Assert.Null(await Issues.FindAsync(new IssueRef(Weekly, "8"), Token));
        Assert.Null(await Issues.FindAsync(new IssueRef("other", "7"), Token));
    }

    [Fact]
    public async Task Issues_are_listed_newest_first()
    {
        foreach (var (number, days) in new[] { (2, 0), (10, 0), (1, 3) })
            await Frozen.FreezeAsync(
                Stored.Frozen(Some.Issue(number: number) with { CutOff = Now.AddDays(days) }), Token);

        var listed = await Issues.ListAsync(Weekly, Token);
        Assert.Equal([1, 10, 2], listed.Select(issue => issue.Number!.Value));
    }

    [Fact]
    public async Task Cancelling_a_draft_frees_its_items()
    {
        await GatherAsync("a", "b");
        var issue = await DraftAsync(1, "a", "b");

        Assert.True(await Issues.CancelAsync(issue.Ref, Token));
        Assert.Equal(["a", "b"], await CandidatesAsync());
        Assert.Equal(IssueState.Cancelled, (await Issues.FindAsync(issue.Ref, Token))!.State);
    }

    [Fact]
    public async Task Cancelling_an_approved_issue_frees_included_and_dropped_items()
    {
        await GatherAsync("kept", "deleted");
        var issue = await DraftAsync(1, "kept", "deleted");
        await Frozen.FreezeAsync(Stored.Frozen(issue, Stored.IdOf("kept")), Token);

        Assert.True(await Issues.CancelAsync(issue.Ref, Token));
        Assert.Equal(["kept", "deleted"], await CandidatesAsync());
    }

    [Fact]
    public async Task Issue_whose_letters_are_under_way_is_not_cancelled()
    {
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, "news.example", Token);
        Assert.False(await Issues.CancelAsync(issue.Ref, Token));

        await Outbox.SettleAsync(issue.Ref, Now, Token);
        Assert.False(await Issues.CancelAsync(issue.Ref, Token));
        Assert.False(await Issues.CancelAsync(new IssueRef(Weekly, "99"), Token));
    }

    [Fact]
    public async Task Counting_letters_moves_nothing()
    {
        await AddReadersAsync("a@example.com", "b@example.com");
        var issue = await ApproveAsync();
        Assert.Equal(0, (await Issues.CountLettersAsync(issue.Ref, Token)).Audience);

        await Outbox.OpenAsync(issue.Ref, "news.example", Token);
        Assert.Equal(new LetterCounts { Pending = 2 }, await Issues.CountLettersAsync(issue.Ref, Token));
        Assert.Equal(IssueState.Sending, (await Issues.FindAsync(issue.Ref, Token))!.State);
    }
}
