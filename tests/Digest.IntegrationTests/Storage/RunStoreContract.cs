using Digest.Run;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Storage;

public abstract class RunStoreContract(Func<CancellationToken, Task<TempDatabase>> create) : StoreContract(create)
{
    [Fact]
    public async Task Key_that_is_known_gives_the_run_that_has_it()
    {
        var first = await Runs.BeginAsync(Weekly, "key", Now, Token);
        var second = await Runs.BeginAsync(Weekly, "key", Now.AddHours(1), Token);

        Assert.True(first.IsNew);
        Assert.Equal(first with { IsNew = false }, second);
    }

    [Fact]
    public async Task Key_belongs_to_its_newsletter()
    {
        var first = await Runs.BeginAsync(Weekly, "key", Now, Token);
        var second = await Runs.BeginAsync("other", "key", Now, Token);

        Assert.True(second.IsNew);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task One_key_at_the_same_time_begins_one_run()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => Runs.BeginAsync(Weekly, "key", Now, Token), Token)));

        Assert.Single(runs, run => run.IsNew);
        Assert.Single(runs.DistinctBy(run => run.Id));
    }

    [Fact]
    public async Task Finished_run_is_found_with_its_report()
    {
        var begun = await Runs.BeginAsync(Weekly, "key", Now, Token);
        await Runs.FinishAsync(begun.Id, RunState.PartlyDone, """{"a":"第六期"}""", Now.AddMinutes(1), Token);

        var expected = begun with
        {
            IsNew = false, State = RunState.PartlyDone, Finished = Now.AddMinutes(1), ReportJson = """{"a":"第六期"}""",
        };
        Assert.Equal(expected, await Runs.FindAsync(begun.Id, Token));
        Assert.Null(await Runs.FindAsync("nothing", Token));
    }

    [Fact]
    public async Task Unfinished_runs_are_listed_oldest_first()
    {
        var late = await Runs.BeginAsync(Weekly, "late", Now.AddMinutes(1), Token);
        var early = await Runs.BeginAsync(Weekly, "early", Now, Token);
        var done = await Runs.BeginAsync(Weekly, "done", Now, Token);
        await Runs.FinishAsync(done.Id, RunState.Failed, "{}", Now, Token);

        Assert.Equal([early.Id, late.Id], (await Runs.ListUnfinishedAsync(Token)).Select(run => run.Id));
    }
}
