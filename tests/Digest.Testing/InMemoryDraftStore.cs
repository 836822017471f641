using Digest.Compose;
using Digest.Model;

namespace Digest.Testing;

/// <summary>The ledger as composing sees it. Can fail when told to, as a database does in a crash.</summary>
public sealed class InMemoryDraftStore : IDraftStore
{
    private readonly List<Item> _items = [];
    private readonly HashSet<string> _offered = [];
    private readonly Dictionary<IssueRef, Issue> _issues = [];

    /// <summary>Makes the next save fail before it does anything.</summary>
    public bool FailsNext { get; set; }

    public IReadOnlySet<string> Offered => _offered;

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
}
