using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class DraftStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Draft_is_found_as_it_was_saved()
    {
        var issue = await DraftAsync();

        Assert.Equal(issue, await Drafts.FindDraftAsync(Weekly, Token));
        Assert.Null(await Drafts.FindDraftAsync("other", Token));
    }

    [Fact]
    public async Task Draft_that_is_saved_again_takes_the_new_values()
    {
        var issue = await DraftAsync() with
        {
            Title = "新的标题", To = new DateOnly(2026, 11, 20), CutOff = Now.AddTicks(1),
        };
        await Drafts.SaveDraftAsync(issue, [], Token);

        Assert.Equal(issue, await Drafts.FindDraftAsync(Weekly, Token));
    }

    [Fact]
    public async Task Approved_issue_is_a_draft_no_more()
    {
        var issue = await ApproveAsync();

        Assert.Null(await Drafts.FindDraftAsync(Weekly, Token));
        await Assert.ThrowsAsync<DigestException>(() => Drafts.SaveDraftAsync(issue, [], Token));
        Assert.Equal(IssueState.Approved, (await Issues.FindAsync(issue.Ref, Token))!.State);
    }

    [Fact]
    public async Task Second_draft_beside_an_open_one_is_refused_and_named()
    {
        await DraftAsync(1);

        var refusal = await Assert.ThrowsAsync<DigestException>(() => DraftAsync(2));
        Assert.Contains("weekly/1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_issue_is_the_highest_number_that_is_neither_draft_nor_cancelled()
    {
        await ApproveAsync(9);
        await ApproveAsync(10);
        await Issues.CancelAsync((await ApproveAsync(11)).Ref, Token);
        await DraftAsync(12);

        Assert.Equal(10, (await Drafts.FindLastAsync(Weekly, Token))!.Number);
        Assert.Null(await Drafts.FindLastAsync("other", Token));
    }

    [Fact]
    public async Task Special_issue_without_a_number_is_never_the_last()
    {
        var special = Some.Issue() with { Ref = new IssueRef(Weekly, "summit"), Number = null, Imported = true };
        await Frozen.FreezeAsync(Stored.Frozen(special), Token);

        Assert.Null(await Drafts.FindLastAsync(Weekly, Token));
    }

    [Fact]
    public async Task Imported_issues_count_as_the_last()
    {
        var imported = Stored.Frozen(Some.Issue(number: 6));
        imported = imported with { Issue = imported.Issue with { State = IssueState.Sent, Imported = true } };
        await Frozen.FreezeAsync(imported, Token);

        Assert.Equal(imported.Issue, await Drafts.FindLastAsync(Weekly, Token));
    }

    [Fact]
    public async Task Candidates_are_first_seen_up_to_and_at_the_moment_oldest_first()
    {
        foreach (var (id, seen) in new[] { ("late", 1), ("b", 0), ("a", 0), ("early", -1) })
            await Sources.SaveAsync(Weekly, id, [Stored.Item(id)], new SourceState(), Now.AddTicks(seen), Token);

        Assert.Equal(["early", "a", "b"], await CandidatesAsync());
    }

    [Fact]
    public async Task Item_that_was_offered_once_is_no_candidate_again()
    {
        await GatherAsync("a", "b");
        await DraftAsync(1, "a");

        Assert.Equal(["b"], await CandidatesAsync());
    }

    [Fact]
    public async Task Item_of_one_issue_is_not_taken_by_another()
    {
        await GatherAsync("a");
        await Frozen.FreezeAsync(Stored.Frozen(await DraftAsync(1, "a"), Stored.IdOf("a")), Token);
        var second = await DraftAsync(2, "a");
        await Issues.CancelAsync(second.Ref, Token);

        Assert.Empty(await CandidatesAsync());
    }

    [Fact]
    public async Task Number_of_a_cancelled_issue_is_free_again()
    {
        await Issues.CancelAsync((await ApproveAsync(3)).Ref, Token);
        var again = await DraftAsync(3);

        Assert.Equal(again, await Drafts.FindDraftAsync(Weekly, Token));
        Assert.Null(await Frozen.FindAsync(again.Ref, Token));
        Assert.True(await Frozen.FreezeAsync(Stored.Frozen(again), Token));
    }

    [Fact]
    public async Task Draft_and_its_items_are_saved_together_or_not_at_all()
    {
        await GatherAsync("a");
        await ApproveAsync(1);
        var twin = Some.Issue(number: 2) with { Id = Some.Issue(number: 1).Id };

        await Assert.ThrowsAsync<DigestException>(() => Drafts.SaveDraftAsync(twin, [Stored.IdOf("a")], Token));
        Assert.Equal(["a"], await CandidatesAsync());
        Assert.Null(await Drafts.FindDraftAsync(Weekly, Token));
    }
}
