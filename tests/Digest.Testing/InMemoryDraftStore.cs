using Digest.Compose;
using Digest.Compose.Stories;
using Digest.Compose.Stories.Memory;
using Digest.Model;

namespace Digest.Testing;

/// <summary>The ledger as composing sees it. Can fail when told to, as a database does in a crash.</summary>
public sealed class InMemoryDraftStore : IDraftStore, IStoryStore, ITellingStore
{
    private readonly List<Item> _items = [];
    private readonly HashSet<string> _offered = [];
    private readonly Dictionary<IssueRef, Issue> _issues = [];
    private readonly Dictionary<string, StoryPlace> _places = [];
    private readonly List<StoryVerdict> _verdicts = [];

    /// <summary>Makes the next save fail before it does anything.</summary>
    public bool FailsNext { get; set; }

    public IReadOnlySet<string> Offered => _offered;

    /// <summary>What past issues told, for the composer to find.</summary>
    public List<Telling> Tellings { get; } = [];

    /// <summary>A composer that works on this ledger.</summary>
    public Composer Composer => new(this, new StoryMemory(this, this));

    public void Add(params Item[] items) => _items.AddRange(items);

    public void Put(Issue issue) => _issues[issue.Ref] = issue;

    public Task<Issue?> FindDraftAsync(string newsletter, CancellationToken cancellationToken) =>
        Task.FromResult(_issues.Values.SingleOrDefault(issue => issue.State == IssueState.Draft));

    public Task<Issue?> FindLastAsync(string newsletter, CancellationToken cancellationToken) =>
        Task.FromResult(_issues.Values
            .Where(issue => issue.Number is not null && issue.State is not (IssueState.Draft or IssueState.Cancelled))
            .MaxBy(issue => issue.Number));

    public Task<IReadOnlyList<Item>> ListCandidatesAsync(
        string newsletter, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Item>>([.. _items
            .Where(item => item.FirstSeen <= until && !_offered.Contains(item.Id))
            .OrderBy(item => item.FirstSeen)]);

    public Task SaveDraftAsync(Issue issue, IReadOnlyList<string> itemIds, CancellationToken cancellationToken)
    {
        if (FailsNext)
        {
            FailsNext = false;
            throw new IOException("The power went off.");
        }

        _issues[issue.Ref] = issue;
        _offered.UnionWith(itemIds);
        return Task.CompletedTask;
    }

    public Task<StoryLedger> ReadAsync(IssueRef issue, CancellationToken cancellationToken) => Task.FromResult(
        new StoryLedger([.. _items.Where(item => _offered.Contains(item.Id)).Select(Placed)], [.. _verdicts]));

    public Task<IReadOnlyList<PlacedItem>> FindAsync(
        IReadOnlyList<string> itemIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PlacedItem>>(
            [.. _items.Where(item => itemIds.Contains(item.Id)).Select(Placed)]);

    public Task PlaceAsync(
        string newsletter, IReadOnlyList<StoryPlace> places, CancellationToken cancellationToken)
    {
        foreach (var place in places)
            _places[place.ItemId] = place;

        return Task.CompletedTask;
    }

    public Task JudgeAsync(
        string newsletter,
        IReadOnlyList<StoryVerdict> verdicts,
        IReadOnlyList<string> freed,
        CancellationToken cancellationToken)
    {
        _verdicts.AddRange(verdicts);
        _offered.ExceptWith(freed);
        foreach (var id in freed)
            _places.Remove(id);

        return Task.CompletedTask;
    }

    public Task<UntoldIssue?> FindUntoldAsync(string newsletter, CancellationToken cancellationToken) =>
        Task.FromResult<UntoldIssue?>(null);

    public Task SaveAsync(IssueRef issue, IReadOnlyList<Telling> tellings, CancellationToken cancellationToken)
    {
        Tellings.AddRange(tellings);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Telling>> ListAsync(
        string newsletter, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Telling>>([.. Tellings.Take(most)]);

    private PlacedItem Placed(Item item) => new(
        item,
        _offered.Contains(item.Id) ? _issues.Values.Last().Ref : null,
        _places.GetValueOrDefault(item.Id));
}
