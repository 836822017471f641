using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather;

/// <summary>
/// Turns untrusted plain text into Markdown that says the same: paragraphs and simple lists keep their form, everything
/// else means itself.
/// </summary>
internal static partial class PlainText
{
    /// <summary>More than an editor reads; a log that was pasted into a report can have megabytes.</summary>
    public const int Longest = 20_000;

    /// <summary>LF line ends, no line blank at either end; empty for an empty text.</summary>
    public static string ToMarkdown(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        var lines = new List<string>();
        foreach (var line in CutText.At(text, Longest).ReplaceLineEndings("\n").Split('\n').Select(Clean))
        {
            if (line.Length > 0)
                lines.Add(Line(line, lines));
            else if (lines is [.., { Length: > 0 }])
                lines.Add("");
        }

        return string.Join('\n', lines).TrimEnd('\n');
    }

    private static string Line(string line, List<string> before)
    {
        if (Bullet().Match(line) is not { Success: true } bullet)
            return MarkdownEscape.LineStart(MarkdownEscape.Text(line));

        // A list right below a paragraph is one only behind a blank line.
        if (before is [.., { Length: > 0 } last] && !Written().IsMatch(last))
            before.Add("");

        var mark = bullet.Groups["number"] is { Success: true } number ? $"{number.Value}." : "-";
        return $"{mark} {MarkdownEscape.LineStart(MarkdownEscape.Text(line[bullet.Length..]))}";
    }

    private static string Clean(string line)
    {
        var output = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                output.Append(' ');
            else if (rune.Value is 0x200C or 0x200D || !Script.IsInvisible(rune))
                output.Append(rune);
        }

        return output.ToString().Trim();
    }

    [GeneratedRegex(@"\A(?:[-*+•]|(?<number>[0-9]{1,3})[.)]) +(?=\S)")]
    private static partial Regex Bullet();

    /// <summary>An entry of a list as it is written here.</summary>
    [GeneratedRegex(@"\A(?:-|[0-9]{1,3}\.) ")]
    private static partial Regex Written();
}
