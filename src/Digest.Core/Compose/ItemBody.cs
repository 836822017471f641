using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Compose;

/// <summary>
/// Cuts an item's text down to what an editor starts from: whole blocks while they are short, with their links and
/// lists; of the first block that is too long, or that could spoil the draft's order, only the words.
/// </summary>
internal static partial class ItemBody
{
    /// <summary>How many characters of an item's text a draft takes over.</summary>
    public const int Limit = 280;

    // Less than this of a block says nothing; the text ends before it.
    private const int SmallestPart = 80;

    // A note of many one-word lines is cut here, wherever its words end.
    private const int LongestMarkdown = 2000;

    /// <summary>Blocks of Markdown, LF line ends, nothing blank; empty for an empty text.</summary>
    public static IReadOnlyList<string> Shorten(string markdown)
    {
        var blocks = new List<string>();
        var left = Limit;
        foreach (var block in Blocks(markdown))
        {
            var words = MarkdownRenderer.ToWords(block);
            if (words.Length == 0 && !block.Contains("!["))
                continue;

            var keepsForm = words.Length <= left && block.Length <= LongestMarkdown && IsHarmless(block);
            if (!keepsForm && blocks.Count > 0 && left < SmallestPart)
                break;

            blocks.Add(keepsForm ? block : MarkdownText.Line(Excerpt.Of(words, left)));
            left -= words.Length;
            if (left <= 0)
                break;
        }

        return blocks;
    }

    private static IEnumerable<string> Blocks(string markdown) =>
        BlankLines().Split(markdown.ReplaceLineEndings("\n")).Select(block => block.TrimEnd().TrimStart('\n')).Where(block => block.Length > 0);

    // A heading would make a section, a comment could pretend to be another item, an open fence would swallow what
    // follows, and a definition would give a meaning to other people's brackets.
    private static bool IsHarmless(string block) =>
        !Structure().IsMatch(block) && !RawHtml().IsMatch(block) && !block.Contains("][", StringComparison.Ordinal)
        && !block.StartsWith("    ", StringComparison.Ordinal) && !block.StartsWith('\t');

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+(?=\n|\S|[ \t])")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^[ >]*(#{1,6}([ \t]|$)|```|~~~|\[[^\]\n]+\]:|(=+|-+|([-*_][ \t]*){3,})[ \t]*$|\{[%{])", RegexOptions.Multiline)]
    private static partial Regex Structure();

    [GeneratedRegex(@"<(?!(https?|mailto):[^\s<>]+>)[!?/A-Za-z]|\$\$|\{[%{]")]
    private static partial Regex RawHtml();
}
