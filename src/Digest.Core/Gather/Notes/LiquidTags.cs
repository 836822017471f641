using System.Text;
using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Gather.Notes;

/// <summary>
/// Takes Jekyll's template tags out of a text: outside the site that knows them they are noise. Code keeps them, a
/// highlighted block becomes a fenced one, and what an author commented out does not come to light.
/// </summary>
internal static partial class LiquidTags
{
    public static string Strip(string text)
    {
        if (!text.Contains("{%", StringComparison.Ordinal) && !text.Contains("{{", StringComparison.Ordinal))
            return text;

        var lines = new List<string>();
        var fences = new CodeFences();
        foreach (var line in DropComments(text).Split('\n'))
        {
            var unfolded = Highlight().Replace(EndHighlight().Replace(line, "```"), "```$1");
            if (fences.IsCode(unfolded))
                lines.Add(unfolded);
            else if (StripLine(unfolded) is var stripped && (stripped.Length > 0 || unfolded.Length == 0))
                lines.Add(stripped);
        }

        return string.Join('\n', lines);
    }

    private static string DropComments(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        while (Comment().Match(text, at) is { Success: true } open
            && EndComment().Match(text, open.Index) is { Success: true } close)
        {
            kept.Append(text, at, open.Index - at);
            at = close.Index + close.Length;
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Copies code spans as they stand and drops tags between them.</summary>
    private static string StripLine(string line)
    {
        var kept = new StringBuilder(line.Length);
        var last = Math.Max(
            line.LastIndexOf("%}", StringComparison.Ordinal), line.LastIndexOf("}}", StringComparison.Ordinal));
        var at = 0;
        while (at < line.Length)
        {
            var end = line[at] switch
            {
                '`' => EndOfCode(line, at),
                '{' when at < last => EndOfTag(line, at),
                _ => at + 1,
            };
            if (line[at] != '{' || end == at + 1)
                kept.Append(line, at, end - at);
            at = end;
        }

        return kept.Length == line.Length ? line : kept.ToString().TrimEnd();
    }

    private static int EndOfCode(string line, int start)
    {
        var run = line.AsSpan(start).IndexOfAnyExcept('`') is var length and > 0 ? length : line.Length - start;
        var close = line.IndexOf(new string('`', run), start + run, StringComparison.Ordinal);
        return close < 0 ? start + run : close + run;
    }

    private static int EndOfTag(string line, int start)
    {
        var close = line.AsSpan(start) switch
        {
            ['{', '%', ..] => "%}",
            ['{', '{', ..] => "}}",
            _ => null,
        };
        var end = close is null ? -1 : line.IndexOf(close, start + 2, StringComparison.Ordinal);
        return end < 0 ? start + 1 : end + 2;
    }

    [GeneratedRegex("""\{%-?\s{0,9}comment\s{0,9}-?%\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex("""\{%-?\s{0,9}endcomment\s{0,9}-?%\}""", RegexOptions.CultureInvariant)]
    private static partial Regex EndComment();

    [GeneratedRegex("""^\s*\{%-?\s*highlight\s+(\w+)[^%]*%\}\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Highlight();

    [GeneratedRegex("""^\s*\{%-?\s*endhighlight\s*-?%\}\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex EndHighlight();
}
