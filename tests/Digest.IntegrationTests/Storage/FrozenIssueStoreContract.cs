using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class FrozenIssueStoreContract(Func<CancellationToken, Task<TempDatabase>> create)
    : StoreContract(create)
{
    [Fact]
    public async Task Frozen_issue_comes_back_to_the_letter()
    {
        var frozen = Stored.Frozen(await DraftAsync(), "x", "y");
        Assert.True(await Frozen.FreezeAsync(frozen, Token));

        Assert.Equivalent(frozen, await Frozen.FindAsync(frozen.Issue.Ref, Token), strict: true);
    }

    [Fact]
    public async Task Issue_that_nobody_froze_is_not_found()
    {
        var issue = await DraftAsync();

        Assert.Null(await Frozen.FindAsync(issue.Ref, Token));
    }

    [Fact]
    public async Task Second_freeze_is_refused_and_changes_nothing()
    {
        var frozen = Stored.Frozen(await DraftAsync());
        await Frozen.FreezeAsync(frozen, Token);
        var other = frozen with { Html = "other", Issue = frozen.Issue with { Title = "other" } };

        Assert.False(await Frozen.FreezeAsync(other, Token));
        Assert.Equivalent(frozen, await Frozen.FindAsync(frozen.Issue.Ref, Token), strict: true);
    }

    [Fact]
    public async Task Two_freezes_at_once_freeze_once()
    {
        var frozen = Stored.Frozen(await DraftAsync());
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => Frozen.FreezeAsync(frozen, Token), Token)));

        Assert.Single(results, isFrozen => isFrozen);
    }

    [Fact]
    public async Task Freezing_moves_the_issue_with_what_the_editor_changed()
    {
        var edited = Stored.Frozen(await DraftAsync() with { Title = "改了", From = new DateOnly(2026, 11, 1) });
        await Frozen.FreezeAsync(edited, Token);

        Assert.Equal(edited.Issue, await Issues.FindAsync(edited.Issue.Ref, Token));
    }

    [Fact]
    public async Task Imported_issue_needs_no_draft_and_carries_its_own_state()
    {
        var issue = Stored.Frozen(Some.Issue()).Issue with { State = IssueState.Sent, Imported = true, Sent = Now };
        Assert.True(await Frozen.FreezeAsync(Stored.Frozen(issue) with { Issue = issue }, Token));

        Assert.Equal(issue, await Issues.FindAsync(issue.Ref, Token));
    }

    [Fact]
    public async Task Number_that_another_issue_has_is_refused_and_both_are_named()
    {
        await ApproveAsync(6);
        var twin = Some.Issue() with { Ref = new IssueRef(Weekly, "sixth"), Number = 6 };

        var refusal = await Assert.ThrowsAsync<DigestException>(() => Frozen.FreezeAsync(Stored.Frozen(twin), Token));
        Assert.StartsWith("weekly/sixth: the number 6 is taken by weekly/6", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_issue_cannot_be_frozen()
    {
        var issue = await DraftAsync();
        await Issues.CancelAsync(issue.Ref, Token);

        await Assert.ThrowsAsync<DigestException>(() => Frozen.FreezeAsync(Stored.Frozen(issue), Token));
    }

    [Fact]
    public async Task Offered_items_that_the_editor_deleted_are_never_offered_again()
    {
        await GatherAsync("kept", "deleted", "later");
        var issue = await DraftAsync(1, "kept", "deleted");
        await Frozen.FreezeAsync(Stored.Frozen(issue, Stored.IdOf("kept")), Token);

        Assert.Equal(["later"], await CandidatesAsync());
    }

    [Fact]
    public async Task Item_that_the_editor_pasted_in_belongs_to_the_issue()
    {
        await GatherAsync("pasted");
        await Frozen.FreezeAsync(Stored.Frozen(await DraftAsync(), Stored.IdOf("pasted")), Token);

        Assert.Empty(await CandidatesAsync());
    }

    [Fact]
    public async Task State_of_a_frozen_issue_goes_on_while_its_content_stays()
    {
        var issue = await ApproveAsync();
        await Outbox.OpenAsync(issue.Ref, "news.example", Token);

        Assert.Equal(IssueState.Sending, (await Frozen.FindAsync(issue.Ref, Token))!.Issue.State);
    }
}
