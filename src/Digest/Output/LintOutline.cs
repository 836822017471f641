using Digest.Lint;
using Digest.Run;

namespace Digest.Output;

/// <summary>What lint found, a line for each finding with what to do below it.</summary>
public static class LintOutline
{
    public static Outline Of(LintReport report) => new(Title(report))
    {
        Path = report.Path,
        Tone = ToneOf(report),
        Children = [.. report.Findings.Select(Finding)],
    };

    /// <summary>The errors alone, for whoever was refused because of them.</summary>
    public static IReadOnlyList<Outline> Errors(LintReport report) => [.. report.Errors.Select(Finding)];

    public static string Counts(LintReport report) => report.Findings.Count == 0
        ? "nothing found"
        : string.Join(", ", Parts(report));

    private static string Title(LintReport report) => $"{report.Issue}: {Counts(report)}";

    private static IEnumerable<string> Parts(LintReport report) =>
        from part in new[]
        {
            (Severity: LintSeverity.Error, Noun: "error"),
            (Severity: LintSeverity.Warning, Noun: "warning"),
            (Severity: LintSeverity.Info, Noun: "note"),
        }
        let count = report.Count(part.Severity)
        where count > 0
        select Counted.Of(count, part.Noun);

    private static Outline Finding(LintFinding finding) =>
        new($"line {finding.Line}: {LintJson.Word(finding.Severity)} {finding.Rule}: {finding.Message}")
        {
            Tone = finding.Severity switch
            {
                LintSeverity.Error => Tone.Bad,
                LintSeverity.Warning => Tone.Warning,
                _ => Tone.Plain,
            },
            Children = [new Outline(finding.Remedy) { Tone = Tone.Quiet }],
        };

    private static Tone ToneOf(LintReport report)
    {
        if (report.Errors.Count > 0)
            return Tone.Bad;

        return report.Count(LintSeverity.Warning) > 0 ? Tone.Warning : Tone.Good;
    }
}
