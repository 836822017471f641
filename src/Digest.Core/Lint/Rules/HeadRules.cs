using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>What stands above the text.</summary>
internal static class HeadRules
{
    private const int LongTitle = 120;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("front-matter", LintSeverity.Error, subject => subject.HeadFaults),
        new("text-before-front-matter", LintSeverity.Error, TextBefore),
        new("title-missing", LintSeverity.Warning, TitleMissing),
        new("title-long", LintSeverity.Warning, TitleLong),
    ];

    // The reader of archives forgives it, so that it would vanish from the issue without a word.
    private static IEnumerable<LintFault> TextBefore(LintSubject subject)
    {
        if (subject.Reading.Document.FrontMatter.Values.Count == 0)
            yield break;

        var line = subject.Reading.Lines.ToList().FindIndex(text => text.Trim().Length > 0);
        if (subject.Reading.Lines[line].Trim() is { } first && first is not ("---" or "+++") && !first.StartsWith('{'))
        {
            yield return new LintFault(
                line + 1, $"'{Quote.Of(first)}' stands before the front matter", "move it below, or delete it");
        }
    }

    private static IEnumerable<LintFault> TitleMissing(LintSubject subject) =>
        string.IsNullOrWhiteSpace(subject.Reading.Document.FrontMatter["title"])
            ? [new LintFault(1, "the file names no title", $"write for example 'title: \"{subject.Issue.Title}\"'")]
            : [];

    private static IEnumerable<LintFault> TitleLong(LintSubject subject) => subject.Issue.Title.Length > LongTitle
        ? [new LintFault(
            subject.Reading.LineOf("title"),
            $"the title has {subject.Issue.Title.Length} characters",
            $"shorten it to {LongTitle}; inboxes show fewer than half of that")]
        : [];
}
