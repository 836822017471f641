using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather;

/// <summary>
/// The title of a note: front matter, else the first heading of the first level, else a first line that can only be a
/// title, else the file name in words. A heading or line at the very top is taken out of the body.
/// </summary>
internal static partial class NoteTitle
{
    private const int LongestTitleLine = 80;

    /// <returns>The title as plain text on one line, and the body without it.</returns>
    public static (string Title, string Body) Take(string? stated, string[] lines, NoteName name)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            return (Plain(stated) ?? name.Words, "");

        var (heading, at, length) = FindHeading(lines);
        if (Plain(stated) is { } title)
            return (title, Body(lines, at == first && heading == title ? at + length : 0));
        if (heading is not null)
            return (heading, Body(lines, at == first ? at + length : 0));
        if (CanOnlyBeATitle(lines, first))
            return (PlainLine.Of(lines[first]), Body(lines, first + 1));

        return (name.Words, Body(lines, 0));
    }

    private static string? Plain(string? stated) =>
        stated is not null && PlainLine.Of(stated) is { Length: > 0 } line ? line : null;

    /// <summary><c># Title</c>, or a line underlined with equals signs; code is passed over.</summary>
    private static (string? Text, int At, int Length) FindHeading(string[] lines)
    {
        var fences = new CodeFences();
        for (var i = 0; i < lines.Length; i++)
        {
            if (fences.IsCode(lines[i]))
                continue;

            if (Atx().Match(lines[i]) is { Success: true } atx && Words(atx.Groups[1].Value) is { } heading)
                return (heading, i, 1);
            if (i + 1 < lines.Length && Underline().IsMatch(lines[i + 1]) && Words(lines[i]) is { } underlined
                && (i == 0 || string.IsNullOrWhiteSpace(lines[i - 1])))
                return (underlined, i, 2);
        }

        return (null, -1, 0);
    }

    private static string? Words(string markdown) =>
        PlainLine.Of(MarkdownRenderer.ToWords(markdown.Trim())) is { Length: > 0 } words ? words : null;

    /// <summary>
    /// A short line on its own, before others, that is no mark-up, no sentence, no address, no date and no byline.
    /// </summary>
    private static bool CanOnlyBeATitle(string[] lines, int first)
    {
        var line = lines[first].Trim();
        var alone = first + 1 < lines.Length && string.IsNullOrWhiteSpace(lines[first + 1]);
        var more = lines.Skip(first + 1).Any(other => !string.IsNullOrWhiteSpace(other));
        return alone && more
            && line.Length <= LongestTitleLine
            && !lines[first].StartsWith("    ", StringComparison.Ordinal)
            && !lines[first].StartsWith('\t')
            && !Markup().IsMatch(line)
            && !line.Contains("://", StringComparison.Ordinal)
            && !line.Contains('@', StringComparison.Ordinal)
            && line.Any(char.IsLetter)
            && !EndsASentence(line[^1]);
    }

    private static bool EndsASentence(char last) => last is
        '.' or ',' or ';' or ':' or '!' or '?' or '…' or '。' or '、' or '，' or '；' or '：' or '！' or '？' or '．' or '｡';

    private static string Body(string[] lines, int from)
    {
        var rest = lines.AsSpan(from);
        while (rest.Length > 0 && string.IsNullOrWhiteSpace(rest[0]))
            rest = rest[1..];

        // The first line keeps its indent: it may be code.
        return string.Join('\n', rest.ToArray()).TrimEnd();
    }

    [GeneratedRegex("""^ {0,3}#(?:\s+(.*?))?(?:\s+#+)?\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Atx();

    [GeneratedRegex("""^ {0,3}=+\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    // Whatever opens a block or an inline of Markdown, HTML or a template.
    [GeneratedRegex("""^(?:[#>*_+|<\[!`~{%$-]|[0-9]{1,9}[.)、．）])""", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
