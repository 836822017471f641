using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Testing.Servers;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary>SpamAssassin, without the network, finds nothing wrong with the form of the sample's letters.</summary>
public sealed partial class SpamAssassinTests : IDisposable
{
    private const double Limit = 2.0;
    private static readonly string[] FaultsOfForm = ["MISSING_", "MIME_", "HEADER_"];

    private readonly TempSite _site = TempSite.OfSample();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Every_letter_of_two_issues_scores_under_two_and_breaks_no_rule_of_form()
    {
        var reason = ForeignProgram.SkipReason("spamassassin");
        Assert.SkipWhen(reason is not null, reason ?? "");
        await _site.RunAsync("run");
        await _site.RunAsync("run", "--at", "2026-11-15");
        var letters = _site.Letters();

        // One call, since most of its time is its start; without the preferences of whoever runs the tests.
        var end = await ForeignProgram.RunAsync(
            "spamassassin", ["--local", "--test-mode", "--prefs-file=/dev/null", .. letters], Token);
        var verdicts = Verdict().Matches(end.Success());

        Assert.Equal(16, letters.Length);
        Assert.Equal(letters.Length, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.True(Score(verdict) < Limit, verdict.Value));
        Assert.All(verdicts, verdict => Assert.DoesNotContain(Rules(verdict), IsFaultOfForm));
    }

    private static double Score(Match verdict) => double.Parse(verdict.Groups[1].Value, CultureInfo.InvariantCulture);

    private static string[] Rules(Match verdict) =>
        verdict.Groups[2].Value.Split([',', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsFaultOfForm(string rule) =>
        FaultsOfForm.Any(start => rule.StartsWith(start, StringComparison.Ordinal));

    [GeneratedRegex(
        @"^X-Spam-Status: \w+, score=(-?[0-9.]+) required=[0-9.]+ tests=([\w,\s]+?) autolearn=",
        RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
