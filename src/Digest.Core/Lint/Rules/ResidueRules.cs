using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;
using Digest.Model;

namespace Digest.Lint.Rules;

/// <summary>What writing leaves behind and no reader should see.</summary>
internal static partial class ResidueRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new("control-character", LintSeverity.Error, Control),
        new("invisible-character", LintSeverity.Info, Invisible),
        new("residue-pattern", LintSeverity.Error, subject => Found(
            subject, Pattern(), "is a pattern that was never filled in", "write what it stands for")),
        new("residue-note", LintSeverity.Warning, subject => Found(
            subject, Note(), "is a note to yourself", "do it, or delete it")),
        new("residue-conflict", LintSeverity.Error, Conflict),
        new("residue-template", LintSeverity.Error, subject => Found(
            subject, Template(), "is an instruction of a site generator; readers would see it", "delete it")),
        new("residue-html", LintSeverity.Warning, subject => Found(
            subject, Html(), "is HTML, which is shown as it stands", "write it in Markdown")),
        new("residue-declaration", LintSeverity.Warning, Declaration),
        new("comment-open", LintSeverity.Error, subject => Found(
            subject, CommentMark(), "belongs to a comment that does not end or begin; readers would see it",
            "write <!-- and --> in pairs")),
        new("fence-open", LintSeverity.Error, Fence),
    ];

    private static IEnumerable<LintFault> Control(LintSubject subject) => Lines(subject)
        .Where(line => line.Text.EnumerateRunes().Any(IsControl))
        .Select(line => new LintFault(
            line.Line,
            $"'{Around(line.Text, IsControl)}' holds a control character, which can turn text around or break it",
            "delete it"));

    private static IEnumerable<LintFault> Invisible(LintSubject subject) => subject.Reading.Prose
        .Where(prose => prose.Text.EnumerateRunes().Any(IsFiller))
        .Select(prose => new LintFault(
            prose.Line, $"'{Around(prose.Text, IsFiller)}' holds a character that nobody sees", "delete it"));

    private static IEnumerable<LintFault> Conflict(LintSubject subject) => Lines(subject)
        .Where(line => ConflictMark().IsMatch(line.Text))
        .Select(line => new LintFault(
            line.Line, $"'{Quote.Of(line.Text)}' is left of a merge", "choose one of the two texts"));

    // Only what begins so: an item may well tell of somebody's declaration.
    private static IEnumerable<LintFault> Declaration(LintSubject subject) => subject.Reading.Entries
        .Where(entry => DeclarationStart().IsMatch(entry.Words) || entry.Words.Length < 200
            && ReprintTerms().IsMatch(entry.Words))
        .Select(entry => new LintFault(
            entry.TextLine,
            $"'{Quote.Of(entry.Words)}' reads like the declaration of a publication",
            "delete it, unless it is this newsletter's own"));

    private static IEnumerable<LintFault> Fence(LintSubject subject) => subject.Reading.OpenFences
        .Select(line => new LintFault(line, "a code block begins here and does not end", "close it with ```"));

    private static IEnumerable<LintFault> Found(LintSubject subject, Regex pattern, string what, string remedy) =>
        from prose in subject.Reading.Prose
        from Match match in pattern.Matches(prose.Text)
        select new LintFault(prose.Line, $"'{Quote.Of(match.Value)}' {what}", remedy);

    private static IEnumerable<(int Line, string Text)> Lines(LintSubject subject) =>
        subject.Reading.Lines.Select((text, index) => (index + 1, text));

    private static string Around(string text, Func<Rune, bool> isFound)
    {
        var before = text.EnumerateRunes().TakeWhile(rune => !isFound(rune)).Sum(rune => rune.Utf16SequenceLength);
        var start = Math.Max(0, before - 20);
        if (start > 0 && char.IsLowSurrogate(text[start]))
            start--;

        return Quote.Of(text[start..Math.Min(text.Length, before + 20)]);
    }

    private static bool IsControl(Rune rune) => rune.Value is (< 0x20 and not 0x09) or 0x7F
        or (>= 0x80 and <= 0x9F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x2028 or 0x2029;

    // The joiners U+200C and U+200D make emoji and some scripts.
    private static bool IsFiller(Rune rune) => rune.Value is 0x200B or 0x200E or 0x200F or 0xFEFF or 0x2060 or 0xAD;

    [GeneratedRegex(@"(?<!\$)\{(?:number|from|to|title)(?::[^{}\s]{1,20})?\}")]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_])(?:TO[D]O|FIX[M]E|XXX|TBD)(?![A-Za-z0-9_])|(?i:lorem ipsum)|待补充|待确认|（待定）|要確認|未定稿")]
    private static partial Regex Note();

    [GeneratedRegex(@"\A(?:<{7}(?: |\z)|>{7}(?: |\z)|\|{7}(?: |\z))")]
    private static partial Regex ConflictMark();

    [GeneratedRegex(@"\{%[^%\r\n]{0,200}%\}|\{\{[^{}\r\n]{0,200}\}\}")]
    private static partial Regex Template();

    [GeneratedRegex(
        @"</?(?:br|p|div|span|b|i|u|a|img|font|center|table|t[rdh]|strong|em|ul|ol|li|h[1-6])(?:\s[^<>]*)?/?>",
        RegexOptions.IgnoreCase)]
    private static partial Regex Html();

    [GeneratedRegex(@"\A(?:(?:版权|免责|版權|免責)?[声聲]明|免責事項|Disclaimer|Declaration)\s{0,3}[:：]")]
    private static partial Regex DeclarationStart();

    [GeneratedRegex("欢迎转发|歡迎轉發|转载请注明|轉載請註明|無断転載を禁|All rights reserved")]
    private static partial Regex ReprintTerms();

    [GeneratedRegex("<!--|-->")]
    private static partial Regex CommentMark();
}
