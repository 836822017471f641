using System.Text.RegularExpressions;
using Digest.Markup;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

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

    // Addresses do not count as words, and a block of nothing else would be taken over whole.
    private const int LongestMarkdown = 2000;

    /// <summary>Blocks of Markdown, LF line ends; empty for an empty text.</summary>
    public static IReadOnlyList<string> Shorten(string markdown)
    {
        var blocks = new List<string>();
        var left = Limit;
        foreach (var block in Blocks(markdown))
        {
            var words = MarkdownRenderer.ToWords(block);
            var keepsForm = words.Length <= left && block.Length <= LongestMarkdown && IsHarmless(block);
            if (words.Length == 0)
                continue;
            if (!keepsForm && blocks.Count > 0 && left < SmallestPart)
                break;

            blocks.Add(keepsForm ? block : MarkdownText.Line(Excerpt.Of(words, left)));
            left -= words.Length;
            if (left <= 0)
                break;
        }

        return blocks;
    }

    /// <summary>The first block, if a draft would take it over as it is; else null.</summary>
    public static string? FirstWhole(string markdown) =>
        Blocks(markdown).FirstOrDefault() is { Length: <= LongestMarkdown } first
        && MarkdownRenderer.ToWords(first).Length <= Limit && IsHarmless(first) ? first : null;

    /// <summary>The first words of a text without any Markdown; empty for an empty text.</summary>
    public static IReadOnlyList<string> Words(string markdown) =>
        MarkdownRenderer.ToWords(markdown) is { Length: > 0 } words
            ? [MarkdownText.Line(Excerpt.Of(words, Limit))]
            : [];

    public static bool IsParagraph(string block) => MarkdownDialect.Parse(block) is [ParagraphBlock];

    /// <summary>
    /// False where a text is more than an item: a heading would make a section, a comment could pretend to be another
    /// item, an open fence would swallow what follows, a definition would give a meaning to other people's brackets.
    /// </summary>
    public static bool IsHarmless(string markdown)
    {
        if (markdown.Contains("<!--", StringComparison.Ordinal))
            return false;

        var document = MarkdownDialect.Parse(markdown);
        return document.All(block => block is ParagraphBlock or ListBlock or QuoteBlock or Table)
            && !document.Descendants().Any(inner => inner
                is HeadingBlock or CodeBlock or HtmlBlock or LinkReferenceDefinition);
    }

    private static IEnumerable<string> Blocks(string markdown) => BlankLines()
        .Split(WithoutControls(markdown.ReplaceLineEndings("\n")))
        .Select(block => block.Trim('\n').TrimEnd())
        .Where(block => block.Length > 0);

    /// <summary>A draft is shown in terminals, which take an escape for a command.</summary>
    private static string WithoutControls(string text) =>
        text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    [GeneratedRegex(@"\n(?:[ \t]*\n)+")]
    private static partial Regex BlankLines();
}
