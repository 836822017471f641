using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>What items say.</summary>
internal static partial class ContentRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("no-items", LintSeverity.Error, NoItems),
        new("summary-missing", LintSeverity.Warning, SummaryMissing),
        new("summary-draft", LintSeverity.Warning, SummaryDraft),
        new("list-number", LintSeverity.Info, ListNumber),
    ];

    private static IEnumerable<LintFault> NoItems(LintSubject subject) => subject.Reading.Entries.Count == 0
        ? [new LintFault(
            1, "holds no item", $"write one, or give the issue up: digest issues cancel {subject.Issue.Ref}")]
        : [];

    private static IEnumerable<LintFault> SummaryMissing(LintSubject subject) => subject.Reading.Entries
        .Where(entry => entry.Section.Count > 0 && SaysNothing(entry))
        .Select(entry => new LintFault(
            entry.TextLine,
            $"'{Quote.Of(entry.Words.Length > 0 ? entry.Words : entry.Item.Markdown)}' is a title without a text",
            "say in a sentence why it matters"));

    private static IEnumerable<LintFault> SummaryDraft(LintSubject subject) =>
        from entry in subject.Reading.Entries
        where DraftMark().IsMatch(entry.Item.Source)
        select new LintFault(
            entry.TextLine,
            $"the summary of '{Quote.Of(entry.Words)}' was made by the program and is a draft",
            "read it, mend it, and delete summary:draft from the comment above it");

    // People count 1. 2. 3. 5. and readers of a page see 1 to 4: HTML counts by itself.
    private static IEnumerable<LintFault> ListNumber(LintSubject subject)
    {
        var last = (Line: 0, Number: 0);
        foreach (var (line, text) in subject.Reading.BodyLines())
        {
            var match = Numbered().Match(text);
            if (!match.Success)
            {
                last = text.Trim().Length == 0 ? (0, 0) : last with { Line = last.Line + 1 };
                continue;
            }

            var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            if (last.Number > 0 && last.Line == line - 1 && number != last.Number + 1 && number != 1)
                yield return new LintFault(line, $"{number} follows {last.Number} in a list", "count again");

            last = (line, number);
        }
    }

    /// <summary>A bold title with nothing but links below it, or links alone.</summary>
    private static bool SaysNothing(LintEntry entry)
    {
        if (entry.Item.Markdown.Contains("![", StringComparison.Ordinal))
            return false;

        var title = BoldTitle().Match(entry.Item.Markdown);
        var rest = title.Success ? entry.Item.Markdown[title.Length..] : entry.Item.Markdown;
        var words = LinkAlone().Replace(rest, "");
        return (title.Success || entry.Words.Length == 0 || LinkAlone().IsMatch(rest))
            && !MarkdownRenderer.ToWords(words).Any(char.IsLetterOrDigit);
    }

    [GeneratedRegex("""\A\s*<!-- item:(?:[^"\r\n]|"[^"\r\n]*")*? summary:draft(?=[ ])""")]
    private static partial Regex DraftMark();

    [GeneratedRegex(@"^ {0,6}([0-9]{1,2})(?:[.．](?![0-9])|[、)）])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A\s*\*\*[^\r\n]+?\*\*(?:[ \t]*(?:[（(][^\r\n（）()]{1,80}[）)])?[ \t]*\\?(?:\r?\n|\z))")]
    private static partial Regex BoldTitle();

    [GeneratedRegex(@"^[ \t]*(?:[-*][ \t]+)?\[[^\]\r\n]*\]\([^)\r\n]*\)[ \t.。\\]*$", RegexOptions.Multiline)]
    private static partial Regex LinkAlone();
}
