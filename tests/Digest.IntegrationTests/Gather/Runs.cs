using Digest.Gather;
using Digest.Model;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Gather;

/// <summary>Whole gatherings of one source, one after the other, with the ledger between them.</summary>
internal static class Runs
{
    public static async Task<SourceResult> GatherAsync(this GatherHost host, SourceDefinition source, int day = 0)
    {
        var newsletter = Some.Newsletter() with { Sources = [source] };
        var now = Some.RunMoment.AddDays(day);
        var report = await host.Get<Gatherer>().RunAsync(
            newsletter, now, new Progress<SourceResult>(), TestContext.Current.CancellationToken);
        return Assert.Single(report.Sources);
    }

    public static SourceDefinition With(this SourceDefinition source, string key, params string[] values)
    {
        var all = source.Settings.Names.ToDictionary(name => name, source.Settings.Texts, StringComparer.Ordinal);
        all[key] = values;
        return source with { Settings = new SourceSettingValues(all) };
    }
}
