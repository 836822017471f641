using Digest.Lint;
using Digest.Model;
using Digest.Run;
using Digest.Testing;

namespace Digest.IntegrationTests.Lint;

/// <summary>The twelve real issues, linted as if each were the next one to be approved.</summary>
internal static class WeeklyFindings
{
    private static readonly Newsletter Newsletter = Some.Newsletter() with
    {
        Title = "OpenStack社区动态",
        Schedule = new Schedule("0 0 9 ? * FRI", TimeZoneInfo.Utc, MissedRun.RunOnce),
        Sections =
        [
            Some.Section("业界动态"),
            Some.Section("社区跟踪", null, Some.Section("Common"), Some.Section("Tempest"), Some.Section("Nova")),
        ],
    };

    /// <summary>What was found, by the number of the issue.</summary>
    public static async Task<ILookup<int, LintFinding>> ReadAsync(CancellationToken cancellationToken)
    {
        using var site = new ArchivedSite(Newsletter);
        var files = Directory.GetFiles(Corpus.PathOf("weekly"), "*.md").Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
            site.Add(ArchiveFile.Read(Path.GetFileName(file), await File.ReadAllTextAsync(file, cancellationToken),
                DateTimeOffset.UnixEpoch, Newsletter));

        var found = new List<(int Number, LintFinding Finding)>();
        foreach (var issue in site.Issues)
        {
            var report = await site.Lint.CheckAsync(site.Newsletter, issue.Ref, cancellationToken);
            found.AddRange(report.Findings.Select(finding => (issue.Number!.Value, finding)));
        }

        return found.ToLookup(pair => pair.Number, pair => pair.Finding);
    }
}
