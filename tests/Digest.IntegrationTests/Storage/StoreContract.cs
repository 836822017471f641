using Digest.Compose;
using Digest.Deliver;
using Digest.Gather;
using Digest.Model;
using Digest.Publish;
using Digest.Render;
using Digest.Run;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

/// <summary>
/// What every engine must do for the stores: one abstract class per store states it, one class per engine runs it
/// against a database of its own.
/// </summary>
public abstract class StoreContract(Func<CancellationToken, Task<TempDatabase>> create) : IAsyncLifetime
{
    internal const string Weekly = "weekly";

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected static DateTimeOffset Now => Stored.Now;

    protected TempDatabase Database { get; private set; } = null!;

    protected ISourceStore Sources => Database.Get<ISourceStore>();

    protected IDraftStore Drafts => Database.Get<IDraftStore>();

    protected IFrozenIssueStore Frozen => Database.Get<IFrozenIssueStore>();

    protected IPublishedIssueStore Published => Database.Get<IPublishedIssueStore>();

    protected IOutboxStore Outbox => Database.Get<IOutboxStore>();

    protected ISubscriberStore Subscribers => Database.Get<ISubscriberStore>();

    protected ISuppressionStore Suppressions => Database.Get<ISuppressionStore>();

    protected IIssueStore Issues => Database.Get<IIssueStore>();

    protected ILetterStore Letters => Database.Get<ILetterStore>();

    protected IRunStore Runs => Database.Get<IRunStore>();

    public async ValueTask InitializeAsync() => Database = await create(Token);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Database.DisposeAsync();
    }

    /// <summary>Puts items of the source <c>planet</c> into the ledger.</summary>
    protected Task GatherAsync(params string[] externalIds) => Sources.SaveAsync(
        Weekly, "planet", [.. externalIds.Select(id => Stored.Item(id))], SourceState.Empty, Now, Token);

    /// <summary>The external ids of what no issue has, in order.</summary>
    protected async Task<IReadOnlyCollection<string>> CandidatesAsync() =>
        [.. (await Drafts.ListCandidatesAsync(Weekly, Now, Token)).Select(item => item.Content.ExternalId)];

    /// <summary>Saves a draft to which the items are offered.</summary>
    protected async Task<Issue> DraftAsync(int number = 1, params string[] externalIds)
    {
        var issue = Some.Issue(Weekly, number);
        await Drafts.SaveDraftAsync(issue, [.. externalIds.Select(id => Stored.IdOf(id))], Token);
        return issue;
    }

    /// <summary>Drafts and approves an issue.</summary>
    protected async Task<Issue> ApproveAsync(int number = 1)
    {
        var frozen = Stored.Frozen(await DraftAsync(number));
        Assert.True(await Frozen.FreezeAsync(frozen, Token));
        return frozen.Issue;
    }

    protected Task AddReadersAsync(params string[] addresses) =>
        Subscribers.AddAsync([.. addresses.Select(address => Stored.Reader(address))], Token);
}
