using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class PublishedIssueStoreContract(Func<CancellationToken, Task<TempDatabase>> create)
    : StoreContract(create)
{
    [Fact]
    public async Task Newest_approval_comes_first_then_the_higher_number()
    {
        await PublishAsync(2, Now);
        await PublishAsync(10, Now);
        await PublishAsync(1, Now.AddDays(1));

        Assert.Equal([1, 10, 2], await NumbersAsync(0, 10));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        foreach (var number in new[] { 1, 2, 3, 4, 5 })
            await PublishAsync(number, Now.AddDays(number));

        Assert.Equal([5, 4], await NumbersAsync(0, 2));
        Assert.Equal([3, 2], await NumbersAsync(2, 2));
        Assert.Equal([1], await NumbersAsync(4, 2));
    }

    [Fact]
    public async Task Drafts_cancelled_issues_and_other_newsletters_are_left_out()
    {
        await Issues.CancelAsync((await ApproveAsync(1)).Ref, Token);
        await ApproveAsync(2);
        await DraftAsync(3);
        await Frozen.FreezeAsync(Stored.Frozen(Some.Issue("other", 4)), Token);

        Assert.Equal([2], await NumbersAsync(0, 10));
    }

    [Fact]
    public async Task Version_is_null_without_a_published_issue()
    {
        await DraftAsync();

        Assert.Null(await Published.VersionAsync(Weekly, Token));
    }

    [Fact]
    public async Task Version_changes_with_the_set_of_published_issues_only()
    {
        var first = await ApproveAsync(1);
        var one = await Published.VersionAsync(Weekly, Token);
        await DraftAsync(2);
        Assert.Equal(one, await Published.VersionAsync(Weekly, Token));

        await Frozen.FreezeAsync(Stored.Frozen(Some.Issue(number: 2)), Token);
        Assert.NotEqual(one, await Published.VersionAsync(Weekly, Token));

        await Issues.CancelAsync(new IssueRef(Weekly, "2"), Token);
        Assert.Equal(one, await Published.VersionAsync(Weekly, Token));
        await Issues.CancelAsync(first.Ref, Token);
        Assert.Null(await Published.VersionAsync(Weekly, Token));
    }

    private Task<bool> PublishAsync(int number, DateTimeOffset approved)
    {
        var frozen = Stored.Frozen(Some.Issue(number: number));
        return Frozen.FreezeAsync(frozen with { Issue = frozen.Issue with { Approved = approved } }, Token);
    }

    private async Task<IEnumerable<int>> NumbersAsync(int skip, int take) =>
        [.. (await Published.ListAsync(Weekly, skip, take, Token)).Select(issue => issue.Issue.Number!.Value)];
}
