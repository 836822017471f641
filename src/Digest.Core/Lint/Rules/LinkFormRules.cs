using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>How links are written.</summary>
internal static partial class LinkFormRules
{
    private const string EndMarks = ".,;:!?'\"";

    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("link-empty", LintSeverity.Error, Empty),
        new("link-relative", LintSeverity.Error, Relative),
        new("link-scheme", LintSeverity.Error, Scheme),
        new("link-label", LintSeverity.Warning, Label),
        new("link-invisible", LintSeverity.Error, Invisible),
        new("link-space", LintSeverity.Warning, Space),
        new("link-label-space", LintSeverity.Info, LabelSpace),
        new("link-punctuation", LintSeverity.Warning, Punctuation),
        new("link-escaped", LintSeverity.Info, Escaped),
        new("link-undefined", LintSeverity.Error, Undefined),
        new("link-schemeless", LintSeverity.Info, Schemeless),
    ];

    private static IEnumerable<LintFault> Empty(LintSubject subject) => subject.Reading.Links
        .Where(link => Visible(link.Url).Length == 0)
        .Select(link => new LintFault(
            link.Line, $"'{Quote.Of(link.Label)}' leads nowhere", "write its address, or take the brackets off"));

    private static IEnumerable<LintFault> Relative(LintSubject subject) => subject.Reading.Links
        .Where(link => Visible(link.Url).Length > 0 && !HasScheme(Visible(link.Url)))
        .Select(link => new LintFault(
            link.Line,
            $"'{Quote.Of(link.Url)}' is no whole address: a letter has no place it could be relative to",
            "write it whole, with https://"));

    private static IEnumerable<LintFault> Scheme(LintSubject subject) => subject.Reading.Links
        .Where(link => HasScheme(Visible(link.Url)) && link.Web is null && !link.IsMail)
        .Select(link => new LintFault(
            link.Line, $"'{Quote.Of(link.Url)}' is neither http, https nor mailto", "write an address of the web"));

    private static IEnumerable<LintFault> Label(LintSubject subject) => Lines(
        subject, LabelInTarget(), "a word stands before the address", "write only the address between the brackets");

    private static IEnumerable<LintFault> Space(LintSubject subject) => Lines(
        subject, SpaceInTarget(), "spaces stand before or behind the address", "delete them");

    private static IEnumerable<LintFault> LabelSpace(LintSubject subject) => Lines(
        subject, SpaceInLabel(), "spaces stand at the edge of the label", "delete them");

    private static IEnumerable<LintFault> Invisible(LintSubject subject) => subject.Reading.Links
        .Where(link => Unescaped(link.Url).EnumerateRunes().Any(IsHidden))
        .Select(link => new LintFault(
            link.Line,
            $"'{Quote.Of(Unescaped(link.Url))}' holds a character that nobody sees; it leads elsewhere",
            "delete it and write the address anew"));

    private static IEnumerable<LintFault> Punctuation(LintSubject subject) => subject.Reading.Links
        .Where(link => link.Web is not null
            && (EndMarks.Contains(link.Url[^1]) || FullWidth().IsMatch(Unescaped(link.Url))))
        .Select(link => new LintFault(
            link.Line,
            $"'{Quote.Of(link.Url)}' holds punctuation of the sentence",
            "move it behind the address"));

    private static IEnumerable<LintFault> Escaped(LintSubject subject) => Lines(
        subject,
        EscapeInAddress(),
        "a backslash stands in an address, and not every program takes it off",
        "delete it, and put the address between < and >");

    // The file is searched, since words do not tell [a][b] from its escaped form; the words say whether it was read.
    private static IEnumerable<LintFault> Undefined(LintSubject subject) =>
        from line in subject.Reading.BodyLines()
        from Match match in Reference().Matches(CodeSpan().Replace(line.Text, ""))
        where subject.Reading.Prose.Any(prose => prose.Text.Contains(match.Value, StringComparison.Ordinal))
        select new LintFault(
            line.Line,
            $"'{Quote.Of(match.Value)}' refers to an address that is not defined",
            $"write a line '{match.Groups["label"].Value}: https://…', or the address itself");

    private static IEnumerable<LintFault> Schemeless(LintSubject subject)
    {
        foreach (var prose in subject.Reading.Prose)
        {
            foreach (Match match in HostAlone().Matches(prose.Text))
            {
                yield return new LintFault(
                    prose.Line,
                    $"'{Quote.Of(match.Value)}' looks like an address and is no link",
                    $"write <https://{match.Value}>, if it is one");
            }
        }
    }

    private static IEnumerable<LintFault> Lines(LintSubject subject, Regex pattern, string what, string remedy) =>
        from line in subject.Reading.BodyLines()
        from Match match in pattern.Matches(CodeSpan().Replace(line.Text, ""))
        select new LintFault(line.Line, $"'{Quote.Of(match.Value)}': {what}", remedy);

    private static bool HasScheme(string url) => SchemeMark().IsMatch(url);

    private static string Visible(string url) =>
        string.Concat(url.EnumerateRunes().Where(rune => !Script.IsInvisible(rune)).Select(rune => rune.ToString()));

    private static bool IsHidden(Rune rune) => rune.Value != ' ' && Script.IsInvisible(rune);

    private static string Unescaped(string url) => Uri.UnescapeDataString(url);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex SchemeMark();

    [GeneratedRegex(@"\]\([A-Za-z]{1,40}:\s{1,4}https?://[^)\s]{0,200}")]
    private static partial Regex LabelInTarget();

    [GeneratedRegex(@"\]\((?:[ \t\u3000]+[^)\s][^)]{0,200}\)|[^)\s]{1,200}[ \t\u3000]+\))")]
    private static partial Regex SpaceInTarget();

    [GeneratedRegex(@"(?<!\\)\[(?:[ \t\u3000]+[^\[\]]{1,100}|[^\[\]]{1,100}[ \t\u3000]+)\]\(")]
    private static partial Regex SpaceInLabel();

    [GeneratedRegex(@"[，。；：！？、（）「」『』【】《》“”‘’…\u3000]")]
    private static partial Regex FullWidth();

    [GeneratedRegex(@"(?<!\\)\[[^\[\]\\]{1,200}\](?<label>\[[^\[\]\\]{1,100}\])")]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@./:_#-])(?:www\.[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
        + @"|[a-z0-9-]{2,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|org|net|cn|jp))"
        + @"(?![A-Za-z0-9@._-])(?:/[A-Za-z0-9._/-]*)?")]
    private static partial Regex HostAlone();

    [GeneratedRegex(
        @"https?://[^\s<>()\[\]\\]{1,300}\\[^\s<>()\[\]]{1,300}|https?://[^\s<>()]{1,300}%5C[^\s<>()]{1,300}")]
    private static partial Regex EscapeInAddress();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();
}
