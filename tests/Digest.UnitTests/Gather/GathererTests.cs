using Digest.Gather;
using Digest.Gather.Answers;
using Digest.Model;
using Digest.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.UnitTests.Gather;

public sealed class GathererTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
    private readonly InMemorySourceStore _store = new();
    private readonly ScriptedSourceReader _reader = new();
    private readonly List<SourceResult> _told = [];
    private readonly TestClock _clock = new(Now.AddMinutes(5));
    private readonly HostWaits _waits = new();

    [Fact]
    public async Task New_items_are_kept_and_counted()
    {
        _reader.Answer("a", Fetched("1", "2"));

        var report = await RunAsync("a");

        Assert.Equal(2, report.NewItems);
        Assert.Equal(["1", "2"], _store.Items.Select(item => item.Content.ExternalId));
        Assert.All(_store.Items, item => Assert.Equal(Now, item.FirstSeen));
    }

    [Fact]
    public async Task Same_answer_again_adds_nothing()
    {
        _reader.Answer("a", Fetched("1"));
        await RunAsync("a");

        var report = await RunAsync("a");

        Assert.Equal(0, report.NewItems);
        Assert.Equal(1, report.Sources[0].Read);
    }

    [Fact]
    public async Task Item_dated_after_the_run_is_held_back_and_its_source_asked_anew()
    {
        var future = Some.GatheredItem("2", Now.AddMinutes(1));
        _reader.Answer("a", new FetchOutcome.Fetched([Some.GatheredItem("1", Now), future], []) { ETag = "\"x\"" });

        var report = await RunAsync("a");

        Assert.Equal(1, report.Sources[0].HeldBack);
        Assert.Equal("1", Assert.Single(_store.Items).Content.ExternalId);
        Assert.Null(_store.StateOf("a").ETag);
    }

    [Fact]
    public async Task Validators_are_remembered_and_handed_to_the_next_read()
    {
        _reader.Answer("a", new FetchOutcome.Fetched([], []) { ETag = "W/\"x\"", LastModified = "yesterday" });
        await RunAsync("a");

        await RunAsync("a");

        Assert.Equal("W/\"x\"", _reader.Asked["a"].State.ETag);
        Assert.Equal("yesterday", _reader.Asked["a"].State.LastModified);
    }

    [Fact]
    public async Task Unchanged_source_keeps_its_validators()
    {
        _store.Remember("a", new SourceState { ETag = "\"x\"", LastError = "timeout", Failures = 2 });
        _reader.Answer("a", new FetchOutcome.Unchanged());

        var report = await RunAsync("a");

        Assert.True(report.Sources[0].Unchanged);
        var state = _store.StateOf("a");
        Assert.Equal(("\"x\"", Now, Now), (state.ETag, state.LastSuccess, state.LastTry));
        Assert.Null(state.LastError);
        Assert.Equal(0, state.Failures);
    }

    [Fact]
    public async Task Failing_source_is_recorded_and_the_others_go_on()
    {
        _store.Remember("a", new SourceState { Failures = 1, ETag = "\"x\"" });
        _reader.Answer("a", new FetchOutcome.Failed("no\r\nanswer\u001b[31m")).Answer("b", Fetched("1"));

        var report = await RunAsync("a", "b");

        Assert.False(report.AllRead);
        Assert.Equal("no answer [31m", report.Sources[0].Error);
        Assert.Equal(1, report.NewItems);
        Assert.Equal(2, _store.StateOf("a").Failures);
        Assert.Equal("no answer [31m", _store.StateOf("a").LastError);
        Assert.Equal("\"x\"", _store.StateOf("a").ETag);
    }

    [Fact]
    public async Task First_window_stays_where_the_first_try_was_until_a_read_succeeds()
    {
        _reader.Answer("a", new FetchOutcome.Failed("no answer"));
        await RunAsync("a");
        _reader.Answer("a", Fetched("1"));

        await Gatherer(_reader).RunAsync(
            Some.Newsletter() with { Sources = [Some.FeedSource("a")] },
            Now.AddDays(9),
            Progress(),
            CancellationToken.None);

        Assert.Equal(Now.AddDays(-14), _reader.Asked["a"].Since);
    }

    [Fact]
    public async Task Connector_that_throws_is_a_failed_source()
    {
        _reader.Answer("a", _ => throw new InvalidOperationException("bug")).Answer("b", Fetched("1"));

        var report = await RunAsync("a", "b");

        Assert.Equal("bug (see the log)", report.Sources[0].Error);
        Assert.Null(report.Sources[1].Error);
    }

    [Fact]
    public async Task Unknown_type_is_refused_with_the_known_ones()
    {
        var newsletter = Some.Newsletter() with { Sources = [Some.FeedSource("a") with { Type = "gopher" }] };

        var report = await RunAsync(newsletter, new ScriptedSourceReader("markdown"), _reader);

        Assert.Equal(
            "unknown type 'gopher'; newsletter.yml may name feed, markdown", report.Sources[0].Error);
    }

    [Fact]
    public async Task Results_and_saves_come_in_the_order_of_the_newsletter()
    {
        var slow = new TaskCompletionSource<FetchOutcome>();
        _reader.Answer("a", _ => slow.Task).Answer("b", _ =>
        {
            slow.SetResult(Fetched("1"));
            return Task.FromResult<FetchOutcome>(Fetched("2"));
        });

        var report = await RunAsync("a", "b");

        Assert.Equal(["a", "b"], report.Sources.Select(source => source.SourceId));
        Assert.Equal(["a", "b"], _store.Saves);
        Assert.Equal(["a", "b"], _told.Select(result => result.SourceId));
    }

    [Fact]
    public async Task No_more_sources_are_read_at_once_than_allowed()
    {
        string[] ids = ["a", "b", "c", "d", "e", "f"];
        foreach (var id in ids)
        {
            _reader.Answer(id, async _ =>
            {
                await Task.Yield();
                return Fetched(id);
            });
        }

        await RunAsync(ids);

        Assert.InRange(_reader.MostAtOnce, 1, 2);
    }

    [Fact]
    public async Task Resting_source_is_not_asked_and_the_report_says_why()
    {
        _store.Remember("a", new SourceState { RestsSince = Now.AddDays(-1), NextTry = Now.AddDays(6) });

        var report = await RunAsync("a");

        Assert.Empty(_reader.Asked);
        Assert.StartsWith(
            "not asked until 2026-11-19 10:00:00Z: rests since 2026-11-12: HTTP 410", report.Sources[0].NotAsked);
        Assert.True(report.AllRead);
    }

    [Fact]
    public async Task Server_that_asked_to_wait_is_left_alone_whoever_asks()
    {
        await _store.SaveWaitAsync(
            new HostWait("planet.example:443", Now.AddHours(1), "HTTP 429: wait"), Now, CancellationToken.None);

        var report = await RunAsync("a", "b");

        Assert.Empty(_reader.Asked);
        Assert.All(report.Sources, source => Assert.EndsWith("HTTP 429: wait", source.NotAsked));
    }

    [Fact]
    public async Task Force_asks_what_rests_and_what_waits()
    {
        _store.Remember("a", new SourceState { RestsSince = Now.AddDays(-1), NextTry = Now.AddDays(6) });
        _reader.Answer("a", Fetched("1"));

        var report = await RunAsync(new SourceChoice { Force = true }, "a");

        Assert.Equal(1, report.NewItems);
        Assert.Null(_store.StateOf("a").RestsSince);
    }

    [Fact]
    public async Task Run_asks_what_polling_would_leave_alone()
    {
        _store.Remember("a", new SourceState { NextTry = Now.AddDays(1) });
        _reader.Answer("a", Fetched("1"));

        Assert.Equal(1, (await RunAsync("a")).NewItems);
    }

    [Fact]
    public async Task Poll_asks_only_what_is_due()
    {
        _store.Remember("a", new SourceState { NextTry = Now.AddDays(1) });
        _reader.Answer("b", Fetched("1"));

        var report = await RunAsync(SourceChoice.Due, "a", "b");

        Assert.Equal("b", Assert.Single(report.Sources).SourceId);
        Assert.True(_store.StateOf("b").NextTry > _clock.GetUtcNow());
    }

    [Fact]
    public async Task Poll_leaves_files_to_the_run()
    {
        var file = Some.FeedSource("a") with { Url = null, Path = "a.xml" };
        var newsletter = Some.Newsletter() with { Sources = [file] };

        Assert.False(await Gatherer(_reader).HasDueAsync(newsletter, CancellationToken.None));
    }

    [Fact]
    public async Task One_source_alone_is_asked_by_its_id()
    {
        _reader.Answer("b", Fetched("1"));

        var report = await RunAsync(new SourceChoice { SourceId = "b" }, "a", "b");

        Assert.Equal("b", Assert.Single(report.Sources).SourceId);
    }

    [Fact]
    public async Task Unknown_source_is_refused_with_the_known_ones()
    {
        var error = await Assert.ThrowsAsync<DigestException>(
            () => RunAsync(new SourceChoice { SourceId = "c" }, "a", "b"));

        Assert.EndsWith("has no source 'c'; there are a, b", error.Message);
    }

    [Fact]
    public async Task Source_that_is_gone_rests_for_a_week()
    {
        _reader.Answer("a", new FetchOutcome.Failed("gone") { IsGone = true });

        await RunAsync("a");

        var state = _store.StateOf("a");
        Assert.Equal(_clock.GetUtcNow(), state.RestsSince);
        Assert.InRange(state.NextTry!.Value - _clock.GetUtcNow(), TimeSpan.FromDays(7), TimeSpan.FromDays(7.8));
    }

    [Fact]
    public async Task Validators_of_another_address_are_not_used()
    {
        _store.Remember("a", new SourceState { Address = "https://old.example/", ETag = "\"x\"", Memory = "m" });
        _reader.Answer("a", new FetchOutcome.Unchanged());

        await RunAsync("a");

        Assert.Null(_reader.Asked["a"].State.ETag);
        Assert.Equal("m", _reader.Asked["a"].State.Memory);
    }

    [Fact]
    public async Task Move_for_good_is_told_each_time_until_the_file_is_changed()
    {
        var place = new Uri("https://new.example/feed");
        _reader.Answer("a", new FetchOutcome.Unchanged { MovedTo = place });

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                "https://planet.example/feed.xml moved for good to https://new.example/feed; change newsletter.yml",
                Assert.Single((await RunAsync("a")).Sources[0].Warnings));
        }

        Assert.Equal(place, _reader.Asked["a"].State.MovedTo);
    }

    [Fact]
    public async Task Last_new_item_is_remembered()
    {
        _reader.Answer("a", Fetched("1"));
        await RunAsync("a");
        _reader.Answer("a", new FetchOutcome.Unchanged());
        await RunAsync("a");

        Assert.Equal(Now, _store.StateOf("a").LastNew);
    }

    [Fact]
    public async Task Memory_that_would_fill_the_ledger_is_not_kept()
    {
        _reader.Answer("a", new FetchOutcome.Fetched([], []) { Memory = "seen 1" });
        await RunAsync("a");
        var tooLong = new string('x', SourceState.LongestMemory + 1);
        _reader.Answer("a", new FetchOutcome.Fetched([], []) { Memory = tooLong });

        var report = await RunAsync("a");

        Assert.Equal("seen 1", _store.StateOf("a").Memory);
        Assert.StartsWith("there is too much to remember", Assert.Single(report.Sources[0].Warnings));
    }

    [Fact]
    public async Task Cancelled_run_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        _reader.Answer("a", async token =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new FetchOutcome.Unchanged();
        });
        var newsletter = Some.Newsletter() with { Sources = [Some.FeedSource("a")] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Gatherer(_reader).RunAsync(newsletter, Now, Progress(), stop.Token));
        Assert.Empty(_store.Saves);
    }

    private static FetchOutcome.Fetched Fetched(params string[] ids) =>
        new([.. ids.Select(id => Some.GatheredItem(id))], []);

    private Task<GatherReport> RunAsync(params string[] sources) =>
        RunAsync(Some.Newsletter() with { Sources = [.. sources.Select(id => Some.FeedSource(id))] }, _reader);

    private Task<GatherReport> RunAsync(SourceChoice choice, params string[] sources) => Gatherer(_reader).RunAsync(
        Some.Newsletter() with { Sources = [.. sources.Select(id => Some.FeedSource(id))] },
        Now,
        choice,
        Progress(),
        CancellationToken.None);

    private Task<GatherReport> RunAsync(Newsletter newsletter, params ISourceReader[] readers) =>
        Gatherer(readers).RunAsync(newsletter, Now, Progress(), CancellationToken.None);

    private Gatherer Gatherer(params ISourceReader[] readers)
    {
        // Without kept answers: a unit test leaves the disk alone.
        var options = Options.Create(new GatherOptions { Concurrency = 2, KeepAnswers = 0, RequestsPerHost = 8 });
        var archive = new AnswerArchive(
            Options.Create(new PathsOptions()), options, _clock, NullLogger<AnswerArchive>.Instance);
        return new(_store, readers, _waits, archive, options, _clock, NullLogger<Gatherer>.Instance);
    }

    private Told Progress() => new(_told);

    private sealed class Told(List<SourceResult> results) : IProgress<SourceResult>
    {
        public void Report(SourceResult value) => results.Add(value);
    }
}
