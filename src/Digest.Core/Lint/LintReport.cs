using Digest.Model;

namespace Digest.Lint;

/// <summary>Everything that was found in one issue's file.</summary>
/// <param name="Path">The absolute path of the file.</param>
/// <param name="Findings">In the order of the lines.</param>
public sealed record LintReport(IssueRef Issue, string Path, IReadOnlyList<LintFinding> Findings)
{
    public IReadOnlyList<LintFinding> Errors =>
        [.. Findings.Where(finding => finding.Severity == LintSeverity.Error)];

    public int Count(LintSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>Warnings count as errors, notes stay notes.</summary>
    public LintReport Strict() => this with
    {
        Findings =
        [
            .. Findings.Select(finding => finding.Severity == LintSeverity.Warning
                ? finding with { Severity = LintSeverity.Error }
                : finding),
        ],
    };

    /// <summary>Errors of the named rules count as warnings: an editor has seen them and goes on.</summary>
    public LintReport Despite(IReadOnlyCollection<string> rules) => this with
    {
        Findings =
        [
            .. Findings.Select(finding => finding.Severity == LintSeverity.Error && rules.Contains(finding.Rule)
                ? finding with { Severity = LintSeverity.Warning }
                : finding),
        ],
    };
}
