using Xunit;

namespace Digest.EndToEndTests;

/// <summary>The sample newsletter that a fresh clone runs.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TempSite _site = TempSite.OfSample();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Sample_runs_from_sources_to_letters_and_then_has_nothing_new()
    {
        var first = await _site.RunAsync("run");
        var letters = _site.Letters().Length;
        var second = await _site.RunAsync("run");

        Assert.True(first.ExitCode == 0, first.Errors + first.Output);
        Assert.Equal(8, letters);
        Assert.True(second.ExitCode == 0, second.Errors + second.Output);
        Assert.Contains("nothing new since community-weekly/1", second.Output);
        Assert.Equal(8, _site.Letters().Length);
    }

    [Fact]
    public async Task Second_week_becomes_issue_2()
    {
        await _site.RunAsync("run");

        var json = await _site.JsonAsync("run", "--at", "2026-11-15");

        Assert.Equal("community-weekly/2", (string?)json["runs"]![0]!["issue"]!["issue"]);
        Assert.Equal("done", (string?)json["runs"]![0]!["state"]);
    }
}
