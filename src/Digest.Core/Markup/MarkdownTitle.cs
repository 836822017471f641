using System.Text.RegularExpressions;
using Digest.Model;

namespace Digest.Markup;

/// <summary>
/// The title of a Markdown file: its front matter, else its first-level heading, else a first line that can only be a
/// title, else the words of its file name. Always one line of plain text, never empty.
/// </summary>
public static partial class MarkdownTitle
{
    private const int LongestBareTitle = 80;
    private const string EndsOfSentences = "。．｡！？；：，、…!?;:,.";

    /// <param name="body">The text after the front matter.</param>
    /// <param name="fileName">With or without folders.</param>
    public static string Find(FrontMatter frontMatter, string body, string fileName) =>
        Take(frontMatter, body, fileName).Title;

    /// <summary>The same, and the body without a heading or line at its very top that says only the title.</summary>
    public static (string Title, string Body) Take(FrontMatter frontMatter, string body, string fileName)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line) && !Liquid().IsMatch(line));
        var (heading, at, length) = FindHeading(lines);
        var behindHeading = at >= 0 && at == first ? at + length : 0;
        if (OneLine(frontMatter["title"]) is { } stated)
            return (stated, Rest(lines, heading == stated ? behindHeading : 0));
        if (heading is not null)
            return (heading, Rest(lines, behindHeading));
        if (first >= 0 && CanOnlyBeATitle(lines, first) && OneLine(lines[first]) is { } line)
            return (line, Rest(lines, first + 1));

        return (MarkdownName.Of(fileName).Words, Rest(lines, 0));
    }

    /// <summary><c># Title</c>, or a line underlined with equals signs; code is passed over.</summary>
    private static (string? Text, int At, int Length) FindHeading(string[] lines)
    {
        var fences = new CodeFences();
        for (var at = 0; at < lines.Length; at++)
        {
            if (fences.IsCode(lines[at]))
                continue;

            var length = Heading().IsMatch(lines[at]) ? 1 : IsUnderlined(lines, at) ? 2 : 0;
            if (length > 0 && OneLine(MarkdownRenderer.ToWords(lines[at])) is { } heading)
                return (heading, at, length);
        }

        return (null, -1, 0);
    }

    private static bool IsUnderlined(string[] lines, int at) =>
        at + 1 < lines.Length && Underline().IsMatch(lines[at + 1]) && !string.IsNullOrWhiteSpace(lines[at])
        && (at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]));

    /// <summary>
    /// A short line on its own, before others, that is no mark-up, no sentence, no address, no date and no byline.
    /// </summary>
    private static bool CanOnlyBeATitle(string[] lines, int first)
    {
        var line = lines[first].Trim();
        var alone = first + 1 < lines.Length && string.IsNullOrWhiteSpace(lines[first + 1]);
        var goesOn = lines.Skip(first + 1).Any(other => !string.IsNullOrWhiteSpace(other));
        return alone && goesOn
            && line.Length <= LongestBareTitle
            && !new CodeFences().IsCode(lines[first])
            && !Marked().IsMatch(line)
            && line.Any(char.IsLetter)
            && MarkdownDate.ReadLine(line, TimeZoneInfo.Utc) is null
            && !EndsOfSentences.Contains(line[^1]);
    }

    private static string? OneLine(string? text) => PlainLine.Of(text ?? "") is { Length: > 0 } line ? line : null;

    private static string Rest(string[] lines, int from)
    {
        var rest = lines.AsSpan(from);
        while (rest.Length > 0 && string.IsNullOrWhiteSpace(rest[0]))
            rest = rest[1..];

        // The first line keeps its indent: it may be code.
        return string.Join('\n', rest.ToArray()).TrimEnd();
    }

    [GeneratedRegex(@"^ {0,3}#[ \t]+.*\S")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}=+[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*\{[%{].*[%}]\}\s*$")]
    private static partial Regex Liquid();

    // Whatever opens a block or an inline of Markdown, HTML or a template, a hand-made list, an address.
    [GeneratedRegex(
        @"^([-+*>#|=~`<!\[_{%$]|[0-9]{1,9}[.)、．）]|[（(]?[a-zA-Z][.)）])|[*_`]{2}|\]\(|://|@|\{[%{]")]
    private static partial Regex Marked();
}
