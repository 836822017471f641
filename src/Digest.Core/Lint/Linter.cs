using Digest.Lint.Rules;
using Digest.Model;

namespace Digest.Lint;

/// <summary>Looks at an issue by every rule that the newsletter has not switched off.</summary>
internal static class Linter
{
    // A hundred faults of one kind are one fault to an editor.
    private const int MostOfOneRule = 50;

    /// <summary>Every rule there is.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        .. HeadRules.All,
        .. NumberRules.All,
        .. RangeRules.All,
        .. LinkFormRules.All,
        .. LinkTargetRules.All,
        .. DuplicateRules.All,
        .. ContentRules.All,
        .. HeadingRules.All,
        .. PrivacyRules.All,
        .. ResidueRules.All,
        .. LetterRules.All,
    ];

    /// <summary>In the order of the lines, the worst first on each.</summary>
    public static IReadOnlyList<LintFinding> Check(LintSubject subject) =>
    [
        .. All.Where(rule => !subject.Newsletter.Lint.Ignored.Contains(rule.Id))
            .SelectMany(rule => rule.Check(subject).Take(MostOfOneRule).Select(fault => Finding(rule, fault, subject)))
            .Distinct()
            .OrderBy(finding => finding.Line)
            .ThenByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal),
    ];

    private static LintFinding Finding(LintRule rule, LintFault fault, LintSubject subject) => new()
    {
        Rule = rule.Id,
        Severity = SeverityOf(rule, subject.Newsletter.Lint),
        Line = Math.Clamp(fault.Line, 1, subject.Reading.Lines.Count),
        Message = fault.Message,
        Remedy = fault.Remedy,
    };

    private static LintSeverity SeverityOf(LintRule rule, LintPolicy policy)
    {
        if (policy.Errors.Contains(rule.Id))
            return LintSeverity.Error;

        return policy.Warnings.Contains(rule.Id) ? LintSeverity.Warning : rule.Severity;
    }
}
