using Digest.Deliver;
using Digest.Model;
using Digest.Render;
using Digest.Run;
using Digest.Storage.Sql;
using Digest.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

/// <summary>An audience far above the usual one.</summary>
public sealed class ManySubscribersTests : IAsyncLifetime
{
    private const int Readers = 100_000;
    private const int Batch = 1_000;
    private TempDatabase _temp = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _temp = await TempDatabase.CreateSqliteAsync(Token);

    public ValueTask DisposeAsync() => _temp.DisposeAsync();

    [Fact]
    public async Task Hundred_thousand_letters_are_opened_in_little_memory()
    {
        await AddReadersAsync();
        var issue = Stored.Frozen(Some.Issue());
        await _temp.Get<IFrozenIssueStore>().FreezeAsync(issue, Token);

        // SQLite does its work on the caller's thread, so this counts nobody else's memory.
        var before = GC.GetAllocatedBytesForCurrentThread();
        await _temp.Get<IOutboxStore>().OpenAsync(issue.Issue.Ref, "news.example", Token);
        var claimed = await _temp.Get<IOutboxStore>().ClaimAsync(issue.Issue.Ref, 100, Stored.Now, Token);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(100, claimed.Count);
        Assert.Equal(
            Readers, (await _temp.Get<IIssueStore>().CountLettersAsync(issue.Issue.Ref, Token)).Audience);
    }

    [Fact]
    public async Task Due_letters_are_found_by_index_and_not_by_sorting()
    {
        var plan = await _temp.Get<Database>().ReadAsync(
            session => session.ListAsync<PlanStep>(
                """
                EXPLAIN QUERY PLAN SELECT l.id FROM letter l
                WHERE l.newsletter = 'w' AND l.label = '1' AND l.state IN ('pending', 'deferred') AND l.due <= '2026'
                ORDER BY l.due, l.id LIMIT 100
                """),
            Token);

        Assert.Contains("letter_due", Assert.Single(plan).Detail, StringComparison.Ordinal);
    }

    private async Task AddReadersAsync()
    {
        var store = _temp.Get<ISubscriberStore>();
        foreach (var batch in Enumerable.Range(0, Readers).Chunk(Batch))
            await store.AddAsync([.. batch.Select(i => Stored.Reader($"reader{i}@example.com"))], Token);
    }

    private sealed class PlanStep
    {
        public string Detail { get; init; } = "";
    }
}
