using System.Net;
using System.Text.Json.Nodes;
using Digest.Run;
using Xunit;

namespace Digest.IntegrationTests.Web;

public sealed class RunApiTests : IAsyncDisposable
{
    private const string Runs = "/api/newsletters/weekly/runs";
    private static readonly (string, string) Key = ("Idempotency-Key", "key-1");

    private readonly ServedSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task New_key_is_accepted_and_says_where_to_look()
    {
        await _site.StartAsync();
        var response = await _site.PostAsync(Runs, null, ServedSite.Bearer(), Key);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("/api/runs/1", response.Headers.Location?.ToString());
        Assert.Equal("running", (string?)(await JsonAsync(response))["state"]);
    }

    [Fact]
    public async Task Known_key_answers_with_the_same_run()
    {
        await _site.StartAsync();
        var first = await JsonAsync(await _site.PostAsync(Runs, null, ServedSite.Bearer(), Key));
        var second = await _site.PostAsync(Runs, null, ServedSite.Bearer(), Key);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal((string?)first["id"], (string?)(await JsonAsync(second))["id"]);
    }

    [Fact]
    public async Task Equal_requests_at_once_run_once()
    {
        var runs = 0;
        _site.Run = (newsletter, at, _) =>
        {
            Interlocked.Increment(ref runs);
            return Task.FromResult(new RunReport { Newsletter = newsletter.Slug, Now = at, State = RunState.Done });
        };
        await _site.StartAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => _site.PostAsync(Runs, null, ServedSite.Bearer(), Key)));
        await FinishedAsync("1");

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Day_in_the_body_is_the_runs_now()
    {
        DateTimeOffset? seen = null;
        _site.Run = (newsletter, at, _) =>
        {
            seen = at;
            return Task.FromResult(new RunReport { Newsletter = newsletter.Slug, Now = at, State = RunState.Done });
        };
        await _site.StartAsync();
        await _site.PostAsync(Runs, ServedSite.Json("""{"at":"2026-11-20"}"""), ServedSite.Bearer(), Key);
        await FinishedAsync("1");
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 23, 59, 59, TimeSpan.Zero), seen);
    }

    [Fact]
    public async Task Finished_run_shows_its_report()
    {
        await _site.StartAsync();
        await _site.PostAsync(Runs, null, ServedSite.Bearer(), Key);
        var run = await FinishedAsync("1");
        Assert.Equal("done", (string?)run["state"]);
        Assert.Equal("weekly", (string?)run["report"]?["newsletter"]);
        Assert.NotNull((string?)run["finished"]);
    }

    [Fact]
    public async Task Run_that_breaks_is_failed_and_the_service_goes_on()
    {
        _site.Run = (_, _, _) => throw new InvalidOperationException("a bug");
        await _site.StartAsync();
        await _site.PostAsync(Runs, null, ServedSite.Bearer(), Key);
        var run = await FinishedAsync("1");
        Assert.Equal("failed", (string?)run["state"]);
        Assert.DoesNotContain("a bug", run.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _site.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task Run_that_a_dead_process_left_is_started_again_for_the_same_moment()
    {
        var at = new DateTimeOffset(2026, 11, 6, 12, 0, 0, TimeSpan.Zero);
        await _site.Runs.BeginAsync("weekly", "api:old", at, _site.Clock.GetUtcNow(), CancellationToken.None);
        await _site.StartAsync();
        var run = await FinishedAsync("1");
        Assert.StartsWith("2026-11-06T12:00:00", (string?)run["report"]?["now"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_of_one_newsletter_wait_for_each_other()
    {
        var gate = new TaskCompletionSource();
        var running = 0;
        var most = 0;
        _site.Run = async (newsletter, at, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await gate.Task;
            Interlocked.Decrement(ref running);
            return new RunReport { Newsletter = newsletter.Slug, Now = at, State = RunState.Done };
        };
        await _site.StartAsync();
        foreach (var key in new[] { "a", "b", "c" })
            await _site.PostAsync(Runs, null, ServedSite.Bearer(), ("Idempotency-Key", key));
        gate.SetResult();
        await FinishedAsync("3");
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Stop_tells_the_run_to_end_and_leaves_its_record_for_the_next_process()
    {
        var begun = new TaskCompletionSource();
        var drained = false;
        _site.Run = async (_, _, cancellationToken) =>
        {
            begun.SetResult();
            var told = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(told.SetResult);
            await told.Task;
            drained = true;
            throw new OperationCanceledException(cancellationToken);
        };
        await _site.StartAsync();
        await _site.PostAsync(Runs, null, ServedSite.Bearer(), Key);
        await begun.Task;
        await _site.StopAsync();

        Assert.True(drained);
        Assert.Single(await _site.Runs.ListUnfinishedAsync(CancellationToken.None));
    }

    private async Task<JsonNode> FinishedAsync(string id)
    {
        while (true)
        {
            var run = await JsonAsync(await _site.GetAsync($"/api/runs/{id}", ServedSite.Bearer()));
            if ((string?)run["state"] != "running")
                return run;

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
