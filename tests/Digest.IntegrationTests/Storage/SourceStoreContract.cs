using Digest.Gather;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class SourceStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task New_items_are_counted_and_known_ones_are_not()
    {
        Assert.Equal(2, await SaveAsync(Now, Stored.Item("a"), Stored.Item("b")));
        Assert.Equal(1, await SaveAsync(Now, Stored.Item("b"), Stored.Item("c")));
    }

    [Fact]
    public async Task Item_keeps_the_moment_at_which_it_was_first_seen()
    {
        await SaveAsync(Now.AddTicks(-7), Stored.Item("a"));
        await SaveAsync(Now, Stored.Item("a"));

        var item = Assert.Single(await Drafts.ListCandidatesAsync(Weekly, Now, Token));
        Assert.Equal(Now.AddTicks(-7), item.FirstSeen);
    }

    [Fact]
    public async Task Item_comes_back_as_it_was_gathered()
    {
        await SaveAsync(Now, Stored.Item("a"));

        var item = Assert.Single(await Drafts.ListCandidatesAsync(Weekly, Now, Token));
        Assert.Equal(Stored.IdOf("a"), item.Id);
        Assert.Equal("planet", item.SourceId);
        Assert.Equivalent(Stored.Item("a"), item.Content, strict: true);
    }

    [Fact]
    public async Task Known_item_that_is_in_no_issue_takes_the_new_content()
    {
        await SaveAsync(Now, Stored.Item("a", "old"));
        await SaveAsync(Now, Stored.Item("a", "new"));

        Assert.Equal("new", Assert.Single(await Drafts.ListCandidatesAsync(Weekly, Now, Token)).Content.Title);
    }

    [Fact]
    public async Task Item_that_is_in_an_issue_stays_as_the_editor_saw_it()
    {
        await SaveAsync(Now, Stored.Item("a", "old"));
        var issue = await DraftAsync(1, "a");
        await SaveAsync(Now, Stored.Item("a", "new"));
        await Issues.CancelAsync(issue.Ref, Token);

        Assert.Equal("old", Assert.Single(await Drafts.ListCandidatesAsync(Weekly, Now, Token)).Content.Title);
    }

    [Fact]
    public async Task State_of_a_source_comes_back_as_it_was_last_saved()
    {
        var state = new SourceState
        {
            ETag = "W/\"ü\"",
            LastModified = "Fri, 13 Nov 2026 10:00:00 GMT",
            FirstTry = Now.AddDays(-4),
            LastSuccess = Now.AddDays(-1),
            LastTry = Now,
            LastError = "'); DROP TABLE item; --",
            Failures = 3,
            Memory = "{\"页\":7}",
            Address = "https://planet.example/feed.xml",
            LastNew = Now.AddDays(-2),
            NextTry = Now.AddHours(8),
            RestsSince = Now.AddDays(-3),
            MovedTo = new Uri("https://浮木.example/feed?a=%20b"),
        };
        await Sources.SaveAsync(Weekly, "planet", [], SourceState.Empty, Now, Token);
        await Sources.SaveAsync(Weekly, "planet", [], state, Now, Token);

        var states = await Sources.ListStatesAsync(Weekly, Token);
        Assert.Equal(state, Assert.Single(states).Value);
        Assert.Empty(await Sources.ListStatesAsync("other", Token));
    }

    [Fact]
    public async Task Read_that_brings_something_new_is_remembered_and_one_that_does_not_leaves_it()
    {
        var old = new SourceState { LastNew = Now.AddDays(-2) };
        await Sources.SaveAsync(Weekly, "planet", [Stored.Item("a")], old, Now, Token);
        var known = Assert.Single(await Sources.ListStatesAsync(Weekly, Token)).Value;
        Assert.Equal(Now, known.LastNew);

        await Sources.SaveAsync(Weekly, "planet", [Stored.Item("a")], known, Now.AddDays(1), Token);

        Assert.Equal(Now, Assert.Single(await Sources.ListStatesAsync(Weekly, Token)).Value.LastNew);
    }

    [Fact]
    public async Task Wait_of_a_server_is_kept_until_it_is_over()
    {
        await Sources.SaveWaitAsync(new HostWait("a.example:443", Now.AddHours(1), "first"), Now, Token);
        await Sources.SaveWaitAsync(new HostWait("a.example:443", Now.AddHours(2), "second"), Now, Token);
        await Sources.SaveWaitAsync(new HostWait("b.example:443", Now.AddMinutes(1), "short"), Now, Token);
        Assert.Equal(2, (await Sources.ListWaitsAsync(Token)).Count);

        var last = new HostWait(".c.example", Now.AddDays(1), "third");
        await Sources.SaveWaitAsync(last, Now.AddMinutes(1), Token);

        Assert.Equal(
            [last, new HostWait("a.example:443", Now.AddHours(2), "second")],
            (await Sources.ListWaitsAsync(Token)).OrderBy(wait => wait.Scope, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Same_external_id_is_another_item_in_another_source_or_newsletter()
    {
        Assert.Equal(1, await SaveAsync(Now, Stored.Item("a")));
        Assert.Equal(1, await Sources.SaveAsync(Weekly, "blog", [Stored.Item("a")], new SourceState(), Now, Token));
        Assert.Equal(1, await Sources.SaveAsync("other", "planet", [Stored.Item("a")], new SourceState(), Now, Token));

        Assert.Equal(2, (await CandidatesAsync()).Count);
    }

    [Fact]
    public async Task Save_that_fails_half_way_leaves_nothing_behind()
    {
        await Assert.ThrowsAnyAsync<Exception>(
            () => SaveAsync(Now, Stored.Item("a"), Stored.Item("b") with { ExternalId = null! }));

        Assert.Empty(await CandidatesAsync());
        Assert.Empty(await Sources.ListStatesAsync(Weekly, Token));
    }

    [Fact]
    public async Task Sources_may_be_saved_side_by_side()
    {
        var items = Enumerable.Range(0, 20).Select(i => Stored.Item($"{i}")).ToList();
        var added = await Task.WhenAll(Enumerable.Range(0, 16).Select(source => Task.Run(
            () => Sources.SaveAsync(Weekly, $"source{source}", items, new SourceState(), Now, Token), Token)));

        Assert.Equal(320, added.Sum());
        Assert.Equal(320, (await CandidatesAsync()).Count);
    }

    private Task<int> SaveAsync(DateTimeOffset now, params Model.GatheredItem[] items) =>
        Sources.SaveAsync(Weekly, "planet", items, new SourceState { LastTry = now }, now, Token);
}
