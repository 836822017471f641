using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>The sections.</summary>
internal static class HeadingRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("section-empty", LintSeverity.Warning, Empty),
        new("heading-near", LintSeverity.Warning, Near),
        new("heading-duplicate", LintSeverity.Warning, Duplicate),
        new("heading-level", LintSeverity.Info, Level),
    ];

    private static IEnumerable<LintFault> Empty(LintSubject subject) => subject.Reading.Headings
        .Where(heading => heading.IsEmpty)
        .Select(heading => new LintFault(
            heading.Line, $"'{Quote.Of(heading.Title)}' is a heading without items", "delete it, or fill it"));

    private static IEnumerable<LintFault> Near(LintSubject subject)
    {
        var known = Titles(subject.Newsletter.Sections).Distinct(StringComparer.Ordinal).ToList();
        foreach (var heading in subject.Reading.Headings.Where(heading => !known.Contains(heading.Title)))
        {
            if (WordDistance.OnlyNear(heading.Title, known) is { } near)
            {
                yield return new LintFault(
                    heading.Line,
                    $"'{Quote.Of(heading.Title)}' is no section of the newsletter, and '{near}' is one",
                    $"write {near}, if that is meant: new items would get a section of their own");
            }
        }
    }

    private static IEnumerable<LintFault> Duplicate(LintSubject subject) =>
        from same in subject.Reading.Headings
            .GroupBy(heading => string.Join('\n', heading.Path), StringComparer.Ordinal)
        from heading in same.Skip(1)
        select new LintFault(
            heading.Line,
            $"'{Quote.Of(heading.Title)}' is a heading on line {same.First().Line} too",
            "join the two sections");

    private static IEnumerable<LintFault> Level(LintSubject subject)
    {
        var last = 1;
        foreach (var heading in subject.Reading.Headings)
        {
            if (heading.Level > last + 1)
            {
                yield return new LintFault(
                    heading.Line,
                    $"'{Quote.Of(heading.Title)}' skips a level",
                    $"begin it with {new string('#', last + 1)}");
            }

            last = heading.Level;
        }
    }

    private static IEnumerable<string> Titles(IReadOnlyList<SectionDefinition> sections) => sections
        .SelectMany(section => Titles(section.Sections).Prepend(MarkdownRenderer.ToWords(section.Title)));
}
