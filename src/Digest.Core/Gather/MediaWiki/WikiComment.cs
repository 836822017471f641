using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.MediaWiki;

/// <summary>What an editor said of an edit: the section it was made in, and words.</summary>
/// <param name="Section">From the mark <c>/* Nova */</c> that the wiki puts before; null without one.</param>
/// <param name="Words">Plain text on one line; may be empty.</param>
internal sealed partial record WikiComment(string? Section, string Words)
{
    public static WikiComment Of(string comment)
    {
        var section = SectionMark().Match(comment) is { Success: true } mark ? Plain(mark.Groups[1].Value) : "";
        var words = Plain(SectionMark().Replace(comment, " "));
        return new WikiComment(section.Length > 0 ? section : null, words);
    }

    /// <summary>As Markdown; empty if nothing was said.</summary>
    public string ToMarkdown() => (Section, Words.Length) switch
    {
        (null, _) => MarkdownEscape.LineStart(MarkdownEscape.Text(Words)),
        (var section, 0) => MarkdownEscape.LineStart(MarkdownEscape.Text(section)),
        var (section, _) => $"{MarkdownEscape.LineStart(MarkdownEscape.Text(section))}: {MarkdownEscape.Text(Words)}",
    };

    /// <summary>Links among pages are shown as their label.</summary>
    private static string Plain(string text) =>
        PlainLine.Of(Link().Replace(text, static link => link.Groups["label"].Value)).Trim();

    [GeneratedRegex(@"/\*\s{0,9}((?:(?!\*/).){1,400}?)\s{0,9}\*/", RegexOptions.CultureInvariant)]
    private static partial Regex SectionMark();

    [GeneratedRegex(@"\[\[(?:[^\[\]|]{0,400}\|)?:?(?<label>[^\[\]|]{1,400})\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
