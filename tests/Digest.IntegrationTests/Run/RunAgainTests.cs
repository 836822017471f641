using Digest.Model;
using Digest.Run;
using Digest.Testing;
using Microsoft.Extensions.Options;
using Xunit;

namespace Digest.IntegrationTests.Run;

/// <summary>Runs that begin where another one left off.</summary>
public sealed class RunAgainTests : IDisposable
{
    private const string Settings = "digests/harbour/newsletter.yml";
    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Issue_approved_before_is_sent_beside_the_new_one_and_both_are_reported()
    {
        _site.Replace(Settings, "approve: automatic", "approve: manual");
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        await _site.RunAsync("approve", "harbour/1");
        _site.Replace(Settings, "approve: manual", "approve: automatic");

        var run = (await _site.JsonAsync("run", "--at", CommandSite.SecondWeek))["runs"]![0]!;

        Assert.Equal("harbour/2", (string?)run["issue"]!["issue"]);
        Assert.Equal("harbour/1", (string?)Assert.Single(run["earlier"]!.AsArray())!["issue"]);
        Assert.Equal(3, (int?)run["earlier"]![0]!["letters"]!["accepted"]);
    }

    [Fact]
    public async Task Draft_whose_items_were_all_deleted_is_not_approved()
    {
        _site.Replace(Settings, "approve: automatic", "approve: manual");
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        await File.WriteAllTextAsync(
            _site.PathOf("digests/harbour/issues/001.md"),
            "---\ntitle: Empty\n---\n",
            TestContext.Current.CancellationToken);

        var result = await _site.RunAsync("approve", "harbour/1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("holds no item", result.Errors);
    }

    [Fact]
    public async Task Fault_in_a_draft_is_told_with_its_line_and_nothing_is_sent()
    {
        _site.Replace(Settings, "approve: automatic", "approve: manual");
        await _site.RunAsync("run", "--at", CommandSite.FirstWeek);
        _site.Replace("digests/harbour/issues/001.md", "to: 2026-11-08", "to: someday");

        var result = await _site.RunAsync("approve", "harbour/1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("001.md:5: to:", result.Errors);
    }

    [Fact]
    public async Task Second_run_at_the_same_time_says_who_works_and_leaves()
    {
        var paths = Options.Create(new PathsOptions { Data = _site.PathOf("data") });
        using var held = new RunLock(paths, new TestClock()).Take(Some.Newsletter("harbour"));

        var result = await _site.RunAsync("run", "--at", CommandSite.FirstWeek);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"process {Environment.ProcessId}", result.Errors);
        Assert.False(Directory.Exists(_site.PathOf("digests/harbour/issues")));
    }

    [Fact]
    public void Lock_is_free_again_after_its_holder()
    {
        var runLock = new RunLock(Options.Create(new PathsOptions { Data = _site.PathOf("data") }), new TestClock());
        runLock.Take(Some.Newsletter()).Dispose();

        using var again = runLock.Take(Some.Newsletter());

        Assert.Equal("weekly", again.Newsletter.Slug);
    }

    [Fact]
    public async Task Failed_newsletter_does_not_keep_the_others_from_running()
    {
        await _site.RunAsync(
            "newsletters", "add", "quay", "--title", "Quay", "--language", "en", "--from", "quay@harbour.example");
        var paths = Options.Create(new PathsOptions { Data = _site.PathOf("data") });
        using var held = new RunLock(paths, new TestClock()).Take(Some.Newsletter("harbour"));

        var result = await _site.RunAsync("run", "--at", CommandSite.FirstWeek);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("quay: nothing new", result.Output);
    }
}
