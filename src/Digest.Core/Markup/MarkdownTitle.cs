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
    private const int LongestTitle = 300;
    private const string EndsOfSentences = "。．！？；：，、…!?;:,.";

    /// <param name="body">The text after the front matter.</param>
    /// <param name="fileName">With or without folders.</param>
    public static string Find(FrontMatter frontMatter, string body, string fileName) =>
        OneLine(frontMatter["title"])
        ?? FromBody(body)
        ?? OneLine(FileWords(fileName))
        ?? Path.GetFileName(fileName);

    /// <summary>The file name without its endings, its date and its dashes.</summary>
    public static string FileWords(string fileName)
    {
        var stem = FileEnding().Replace(Path.GetFileName(fileName), "");
        var undated = LeadingDate().Replace(stem, "");
        return Separators().Replace(undated.Length > 0 ? undated : stem, " ").Trim();
    }

    private static string? FromBody(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        return FirstLevelHeading(lines) ?? BareTitle(lines);
    }

    private static string? FirstLevelHeading(string[] lines)
    {
        var fence = "";
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at];
            var mark = Fence().Match(line).Value.Trim();
            if (mark.Length > 0 && (fence.Length == 0 || fence == mark))
                fence = fence.Length == 0 ? mark : "";
            else if (fence.Length > 0)
                continue;
            else if (Heading().IsMatch(line))
                return OneLine(MarkdownRenderer.ToWords(line));
            else if (at + 1 < lines.Length && IsUnderlined(lines, at))
                return OneLine(MarkdownRenderer.ToWords(line));
        }

        return null;
    }

    private static bool IsUnderlined(string[] lines, int at) =>
        Underline().IsMatch(lines[at + 1]) && !string.IsNullOrWhiteSpace(lines[at])
        && (at == 0 || string.IsNullOrWhiteSpace(lines[at - 1]));

    /// <summary>A short first line that stands alone, says no sentence and is no other piece of Markdown.</summary>
    private static string? BareTitle(string[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line) && !Liquid().IsMatch(line));
        if (first < 0 || first + 1 >= lines.Length || !string.IsNullOrWhiteSpace(lines[first + 1]))
            return null;

        var line = lines[first].Trim();
        var goesOn = lines.Skip(first + 1).Any(rest => !string.IsNullOrWhiteSpace(rest));
        var saysSentence = line.Length > LongestBareTitle || EndsOfSentences.Contains(line[^1]);
        return goesOn && !saysSentence && !Marked().IsMatch(line) ? OneLine(line) : null;
    }

    private static string? OneLine(string? text)
    {
        var words = Spaces().Replace(text ?? "", " ").Trim();
        return words.Length switch
        {
            0 => null,
            <= LongestTitle => words,
            _ => words[..(char.IsHighSurrogate(words[LongestTitle - 1]) ? LongestTitle - 1 : LongestTitle)],
        };
    }

    [GeneratedRegex(@"(\.[a-z]{2}(-[A-Za-z]{2,4})?)?\.(md|markdown|mdown|txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex FileEnding();

    [GeneratedRegex(@"^\d{4}[-_.]\d{1,2}[-_.]\d{1,2}([-_. ]+|$)")]
    private static partial Regex LeadingDate();

    [GeneratedRegex(@"[-_\s]+")]
    private static partial Regex Separators();

    [GeneratedRegex("^ {0,3}(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}#[ \t]+.*\S")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}=+[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*\{[%{].*[%}]\}\s*$")]
    private static partial Regex Liquid();

    [GeneratedRegex(@"^([-+*>#|=~`<!]|\d+[.)、]|[（(]?[a-zA-Z][.)）])|[*_`]{2}|\]\(|://|\{[%{]")]
    private static partial Regex Marked();

    [GeneratedRegex(@"[\s\p{Cc}\p{Zl}\p{Zp}]+")]
    private static partial Regex Spaces();
}
