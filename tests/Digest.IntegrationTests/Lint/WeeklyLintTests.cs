using Digest.Lint;
using Digest.Testing;
using Xunit;

namespace Digest.IntegrationTests.Lint;

/// <summary>
/// Faults that stand in the real archive and that its editors mended later or never. The list is whole: what else a
/// rule says of these issues is a false alarm.
/// </summary>
public sealed class WeeklyLintTests
{
    private static readonly string[] Known =
    [
        "1 range-future", "1 link-escaped",
        "2 range-overlap",
        "3 range-overlap", "3 repeat", "3 link-label", "3 repeat",
        "4 link-tracking", "4 list-number",
        "5 range-overlap", "5 heading-near",
        "6 range-overlap", "6 range-year", "6 repeat",
        "8 mail-address",
        "9 range-overlap", "9 date-outside",
        "10 duplicate-link", "10 repeat",
        "11 link-invisible", "11 link-space",
        "12 range-overlap", "12 link-label-space",
    ];

    [Fact]
    public async Task Known_faults_are_found_and_nothing_else()
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");

        var found = await WeeklyFindings.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Known, found.SelectMany(issue => issue.Select(finding => $"{issue.Key} {finding.Rule}")));
    }

    [Fact]
    public async Task Only_the_invisible_character_would_have_been_refused()
    {
        Assert.SkipWhen(Corpus.SkipReason("weekly") is not null, Corpus.SkipReason("weekly") ?? "");

        var found = await WeeklyFindings.ReadAsync(TestContext.Current.CancellationToken);

        var error = Assert.Single(found.SelectMany(issue => issue), one => one.Severity == LintSeverity.Error);
        Assert.Equal("link-invisible", error.Rule);
    }
}
