using Digest.Compose.Stories;
using Digest.Compose.Stories.Memory;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class StoryStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    private static readonly string A = Stored.IdOf("a");
    private static readonly string B = Stored.IdOf("b");

    private IStoryStore Stories => Database.Get<IStoryStore>();

    private ITellingStore Tellings => Database.Get<ITellingStore>();

    [Fact]
    public async Task Stories_of_an_issue_are_found_as_they_were_placed()
    {
        var draft = await PlacedAsync();

        var placed = (await Stories.ReadAsync(draft, Token)).Placed;

        Assert.Equal([A, B], placed.Select(item => item.Item.Id));
        Assert.Equal([A, A], placed.Select(item => item.StoryId));
        Assert.Equal("same page https://a.example", placed[1].Place!.Reason);
        Assert.Equal("第六期", Assert.Single(placed[0].Place!.Covered).Title);
    }

    [Fact]
    public async Task Item_without_a_story_is_one_by_itself()
    {
        await GatherAsync("a");

        var found = Assert.Single(await Stories.FindAsync([A, "unknown"], Token));

        Assert.Equal((null, null, A), (found.Issue, found.Place, found.StoryId));
    }

    [Fact]
    public async Task Verdict_is_kept_and_frees_an_item_of_a_draft()
    {
        var draft = await PlacedAsync();

        await Stories.JudgeAsync(Weekly, [new StoryVerdict(B, A, IsOne: false)], [B], Token);

        var ledger = await Stories.ReadAsync(draft, Token);
        Assert.Equal([A], ledger.Placed.Select(item => item.Item.Id));
        Assert.False(Assert.Single(ledger.Verdicts).IsOne);
        Assert.Equal(["b"], await CandidatesAsync());
    }

    [Fact]
    public async Task Newer_verdict_on_two_items_takes_the_place_of_the_older_one()
    {
        var draft = await PlacedAsync();
        await Stories.JudgeAsync(Weekly, [new StoryVerdict(B, A, IsOne: false)], [], Token);

        await Stories.JudgeAsync(Weekly, [new StoryVerdict(A, B, IsOne: true)], [], Token);

        Assert.True(Assert.Single((await Stories.ReadAsync(draft, Token)).Verdicts).IsOne);
    }

    [Fact]
    public async Task Item_of_an_approved_issue_is_not_freed()
    {
        var draft = await PlacedAsync();
        await Frozen.FreezeAsync(Stored.Frozen(Some.Issue(Weekly), A), Token);

        await Stories.JudgeAsync(Weekly, [], [A, B], Token);

        Assert.Equal(2, (await Stories.ReadAsync(draft, Token)).Placed.Count);
    }

    [Fact]
    public async Task Issue_is_told_once_with_the_items_of_its_stories()
    {
        var draft = await PlacedAsync();
        Assert.Null(await Tellings.FindUntoldAsync(Weekly, Token));
        await Frozen.FreezeAsync(Stored.Frozen(Some.Issue(Weekly), A), Token);

        var untold = await Tellings.FindUntoldAsync(Weekly, Token);
        await Tellings.SaveAsync(draft, [new Telling(draft, "", "Keel 发布", "文字", ["release:keel/2"])], Token);

        Assert.Equal(["a", "b"], untold!.Items.Select(item => item.ExternalId));
        Assert.Null(await Tellings.FindUntoldAsync(Weekly, Token));
        var told = Assert.Single(await Tellings.ListAsync(Weekly, 10, Token));
        Assert.Equal(("Keel 发布", Some.Issue(Weekly).Title), (told.Title, told.IssueTitle));
        Assert.Equal(["release:keel/2"], told.Keys);
    }

    [Fact]
    public async Task Cancelled_issue_tells_nothing()
    {
        var draft = await PlacedAsync();
        await Frozen.FreezeAsync(Stored.Frozen(Some.Issue(Weekly), A), Token);
        await Tellings.SaveAsync(draft, [new Telling(draft, "", "t", "", [])], Token);

        await Issues.CancelAsync(draft, Token);

        Assert.Empty(await Tellings.ListAsync(Weekly, 10, Token));
        Assert.Null(await Tellings.FindUntoldAsync(Weekly, Token));
    }

    private async Task<IssueRef> PlacedAsync()
    {
        await GatherAsync("a", "b");
        var draft = await DraftAsync(1, "a", "b");
        var covered = new Coverage(new IssueRef(Weekly, "6"), "第六期", CoverageKind.FollowUp, "same bug 7");
        await Stories.PlaceAsync(
            Weekly,
            [new StoryPlace(A, A, "", [covered]), new StoryPlace(B, A, "same page https://a.example", [])],
            Token);
        return draft.Ref;
    }
}
