using System.Globalization;
using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>The letter that the issue becomes.</summary>
internal static class LetterRules
{
    // Gmail shows about 102 KB of a letter's HTML and hides the rest, and with it the way to unsubscribe.
    private const int Large = 80 * 1024;
    private const int TooLarge = 100 * 1024;

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("letter-large", LintSeverity.Warning, subject => Size(subject, Large, TooLarge)),
        new("letter-too-large", LintSeverity.Error, subject => Size(subject, TooLarge, int.MaxValue)),
        new("letter-text", LintSeverity.Warning, Text),
    ];

    private static IEnumerable<LintFault> Size(LintSubject subject, int above, int upTo) =>
        subject.Letter is { } letter && letter.HtmlBytes > above && letter.HtmlBytes <= upTo
            ? [new LintFault(
                1,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the letter has {letter.HtmlBytes / 1024} KB of HTML; readers show about {TooLarge / 1024}"),
                "shorten the issue, or make two of it")]
            : [];

    /// <summary>Whoever reads the text part must be able to follow every link.</summary>
    private static IEnumerable<LintFault> Text(LintSubject subject)
    {
        if (subject.Letter is not { } letter)
            return [];

        return subject.Reading.Links
            .Where(link => !link.IsImage && link.Web is not null && AddressRule.Link(link.Url, null) is { } address
                && subject.Reading.EntryAt(link.Line) is not null
                && !letter.Text.Contains(address, StringComparison.Ordinal))
            .Select(link => new LintFault(
                link.Line,
                $"'{Quote.Of(link.Url)}' is missing from the letter's text part",
                "check the newsletter's template issue.txt.hbs"));
    }
}
