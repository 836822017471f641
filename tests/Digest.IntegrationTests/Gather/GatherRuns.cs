using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather;

/// <summary>Gathers one source a few times, an hour apart, as the program would.</summary>
internal sealed class GatherRuns(GatherHost host, SourceDefinition source)
{
    private DateTimeOffset _now = Some.RunMoment;

    /// <summary>The items of the last run that the ledger did not know.</summary>
    public async Task<IReadOnlyList<GatheredItem>> NextAsync()
    {
        var known = host.Store.Items.Count;
        var report = await ReportAsync();
        Assert.Null(report.Error);
        return [.. host.Store.Items.Skip(known).Select(item => item.Content)];
    }

    public async Task<SourceResult> ReportAsync()
    {
        var newsletter = Some.Newsletter() with { Sources = [source] };
        var report = await host.Get<Gatherer>().RunAsync(
            newsletter, _now, new Progress<SourceResult>(), TestContext.Current.CancellationToken);
        _now += TimeSpan.FromHours(1);
        return report.Sources[0];
    }
}
