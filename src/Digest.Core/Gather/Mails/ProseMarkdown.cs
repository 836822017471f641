using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.Mails;

/// <summary>One paragraph of plain text as Markdown: lists stay lists, indented code stays code.</summary>
internal static partial class ProseMarkdown
{
    public static string Of(IReadOnlyList<string> paragraph)
    {
        if (paragraph.All(line => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith('\t')))
            return Code(paragraph);

        var lines = new List<string>();
        var isList = false;
        foreach (var line in paragraph)
        {
            if (Bullet().Match(line) is { Success: true } bullet)
            {
                // A list of numbers that begins below a text would else be a part of it.
                if (!isList && lines.Count > 0)
                    lines.Add("");
                isList = true;
                lines.Add($"{Mark(bullet)} {Line(bullet.Groups["text"].Value)}");
            }
            else
                lines.Add(isList ? $"  {Start(line)}" : Start(line));
        }

        return string.Join('\n', lines);
    }

    /// <summary>One line of text: escaped, addresses of people masked, web addresses as links.</summary>
    public static string Line(string text)
    {
        var line = AddressMask.Of(PlainLine.Of(text).Trim());
        var output = new StringBuilder(line.Length);
        var at = 0;
        foreach (Match address in WebAddress.Pattern().Matches(line))
        {
            var isFramed = address.Index > 0 && line[address.Index - 1] == '<'
                && address.Index + address.Length < line.Length && line[address.Index + address.Length] == '>';
            var end = isFramed ? address.Index - 1 : address.Index;
            output.Append(MarkdownEscape.Characters(line[at..end])).Append('<').Append(address.Value).Append('>');
            at = address.Index + address.Length + (isFramed ? 1 : 0);
        }

        return output.Append(MarkdownEscape.Characters(line[at..])).ToString();
    }

    private static string Start(string line) => MarkdownEscape.LineStart(Line(line));

    private static string Mark(Match bullet) =>
        bullet.Groups["number"] is { Success: true } number ? $"{number.Value}." : "-";

    private static string Code(IReadOnlyList<string> lines)
    {
        var text = AddressMask.Of(string.Join('\n', lines.Select(line => PlainCode(line))));
        var fence = new string('`', Math.Max(3, MarkdownEscape.LongestRun(text, '`') + 1));
        return $"{fence}\n{text}\n{fence}";
    }

    /// <summary>Its inner indentation stays, controls go.</summary>
    private static string PlainCode(string line)
    {
        var inner = line.StartsWith('\t') ? line[1..] : line[4..];
        var indent = inner.Length - inner.TrimStart().Length;
        return new string(' ', Math.Min(indent, 40)) + PlainLine.Of(inner).Trim();
    }

    [GeneratedRegex(@"\A\s{0,8}(?:[*\-+•・●]|(?<number>\d{1,3})[.)])[ \t　]+(?<text>\S.*)\z")]
    private static partial Regex Bullet();
}
