using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>The issue's number, in its front matter and in its title.</summary>
internal static class NumberRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("number-missing", LintSeverity.Warning, Missing),
        new("number-title", LintSeverity.Error, Title),
        new("number-next", LintSeverity.Error, Next),
    ];

    private static IEnumerable<LintFault> Missing(LintSubject subject)
    {
        var isNumbered = subject.Issue.Number is not null
            && subject.Newsletter.Numbering.Contains("{number", StringComparison.Ordinal);
        return isNumbered && IssueTitle.NumberOf(subject.Issue.Title) is null
            ? [new LintFault(Line(subject), $"the title has no number; this is issue {subject.Issue.Number}",
                $"write it as the newsletter does: {subject.Newsletter.Numbering}")]
            : [];
    }

    private static IEnumerable<LintFault> Title(LintSubject subject) =>
        subject.Issue.Number is { } number && IssueTitle.NumberOf(subject.Issue.Title) is { } told && told != number
            ? [new LintFault(Line(subject), $"the title says number {told}, and this is issue {number}",
                "correct the title")]
            : [];

    private static IEnumerable<LintFault> Next(LintSubject subject) =>
        subject is { Issue.Number: { } number, Previous: { Number: { } last } previous } && number != last + 1
            ? [new LintFault(Line(subject), $"number {number} follows {last} ({Quote.Of(previous.Title)})",
                $"write {last + 1}, or find the issue that is missing")]
            : [];

    private static int Line(LintSubject subject) => subject.Reading.LineOf("title");
}
