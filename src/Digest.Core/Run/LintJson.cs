using System.Text.Json.Nodes;
using Digest.Lint;

namespace Digest.Run;

/// <summary>What lint found, as JSON. Field names are kept for ever.</summary>
public static class LintJson
{
    public static JsonObject Write(LintReport report) => new()
    {
        ["issue"] = report.Issue.ToString(),
        ["path"] = report.Path,
        ["errors"] = report.Count(LintSeverity.Error),
        ["warnings"] = report.Count(LintSeverity.Warning),
        ["notes"] = report.Count(LintSeverity.Info),
        ["findings"] = new JsonArray([.. report.Findings.Select(Finding)]),
    };

    /// <summary>The severity as it stands in JSON: <c>error</c>, <c>warning</c>, <c>info</c>.</summary>
    public static string Word(LintSeverity severity) => severity switch
    {
        LintSeverity.Error => "error",
        LintSeverity.Warning => "warning",
        LintSeverity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "not a severity"),
    };

    private static JsonNode Finding(LintFinding finding) => new JsonObject
    {
        ["rule"] = finding.Rule,
        ["severity"] = Word(finding.Severity),
        ["line"] = finding.Line,
        ["message"] = finding.Message,
        ["remedy"] = finding.Remedy,
    };
}
