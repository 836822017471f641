using Digest.Model;
using Digest.Newsletters;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Scheduling;

public sealed class WorkerTests : IAsyncDisposable
{
    private readonly Worker _worker = new();

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    [Fact]
    public async Task Newsletter_runs_when_its_moment_comes()
    {
        _worker.Newsletter = Some.Newsletter() with { Schedule = Worker.Schedule("* * * * * ?") };
        await _worker.StartAsync();
        Assert.Equal("weekly", await _worker.Ran.Task);
        Assert.StartsWith("schedule:20", _worker.Runs.Keys[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_moment_is_made_up_for_at_the_start()
    {
        Missed(MissedRun.RunOnce);
        await _worker.StartAsync();
        await _worker.Ran.Task;
        Assert.EndsWith("T09:00:00Z", _worker.Runs.Keys.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missed_moment_is_made_up_for_once_over_restarts()
    {
        Missed(MissedRun.RunOnce);
        await _worker.StartAsync();
        await _worker.Ran.Task;
        await _worker.StopAsync();

        await using var second = new Worker { Runs = _worker.Runs, Newsletter = _worker.Newsletter };
        second.Issues.AddRange(_worker.Issues);
        await second.StartAsync();
        Assert.Single(_worker.Runs.Keys);
    }

    [Fact]
    public async Task Missed_moment_is_left_out_where_the_newsletter_says_so()
    {
        Missed(MissedRun.Skip);
        await _worker.StartAsync();
        Assert.Empty(_worker.Runs.Keys);
    }

    [Fact]
    public async Task Imported_archive_misses_nothing()
    {
        Missed(MissedRun.RunOnce);
        _worker.Issues[0] = _worker.Issues[0] with { Imported = true };
        await _worker.StartAsync();
        Assert.Empty(_worker.Runs.Keys);
    }

    [Fact]
    public async Task Stop_waits_for_the_run_underway()
    {
        var drained = false;
        _worker.Work = async cancellationToken =>
        {
            var told = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(told.SetResult);
            await told.Task;
            drained = true;
        };
        Missed(MissedRun.RunOnce);
        await _worker.StartAsync();
        await _worker.Ran.Task;
        await _worker.StopAsync();
        Assert.True(drained);
    }

    [Fact]
    public async Task Address_that_is_taken_is_named_with_a_remedy()
    {
        await _worker.StartAsync();
        await using var second = new Worker { Urls = _worker.Addresses.Single() };
        var error = await Assert.ThrowsAsync<DigestException>(second.StartAsync);
        Assert.StartsWith("Web:Urls: cannot listen on", error.Message, StringComparison.Ordinal);
        Assert.Contains("DIGEST_Web__Urls", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newsletter_on_the_programs_own_address_is_refused_before_anything_starts()
    {
        _worker.Newsletter = Some.Newsletter("api");
        await Assert.ThrowsAsync<SettingsException>(_worker.StartAsync);
    }

    private void Missed(MissedRun missed)
    {
        _worker.Newsletter = Some.Newsletter() with { Schedule = Worker.Schedule(missed: missed) };
        _worker.Issues.Add(Some.Issue() with { CutOff = Now.AddDays(-30) });
    }
}
