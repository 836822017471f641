using System.Text;
using Digest.Markup;
using Markdig.Syntax;

namespace Digest.Compose.Summaries;

/// <summary>The words of a text that summaries are taken from: paragraphs one by one, no code, no heading.</summary>
internal static class SummaryText
{
    public static IReadOnlyList<string> Paragraphs(string markdown) =>
    [
        .. MarkdownDialect.Parse(markdown)
            .Descendants<ParagraphBlock>()
            .Select(paragraph => Clean(InlineText.Words(paragraph.Inline)))
            .Where(words => words.Length > 0),
    ];

    /// <summary>One space for any run of blanks; what nobody sees is dropped.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            else if (!Script.IsInvisible(rune))
                clean.Append(rune.ToString());
        }

        return clean.ToString().TrimEnd();
    }
}
