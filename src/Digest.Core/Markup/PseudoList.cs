using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Lists as people write them without Markdown knowing it: <c>1、</c> <c>1)</c> <c>a）</c> <c>（1）</c> <c>--</c>
/// <c>①</c> <c>•</c>.
/// </summary>
internal static partial class PseudoList
{
    /// <summary>True for a paragraph that begins like an item of such a list.</summary>
    public static bool IsItem(string paragraph) => Item().IsMatch(paragraph);

    /// <summary>
    /// Breaks the line before each item inside a paragraph. Authors whose site breaks at every line end write lists so.
    /// </summary>
    public static void BreakLines(MarkdownDocument document)
    {
        foreach (var lineBreak in document.Descendants<LineBreakInline>())
            lineBreak.IsHard |= BeginsItem(lineBreak);
    }

    private static bool BeginsItem(LineBreakInline lineBreak)
    {
        var marker = Marker().Match(SoftBreak.FirstText(lineBreak.NextSibling).ToString());
        return marker.Success
            && !(marker.Groups["closes"].Success && IsOpen(SoftBreak.LastText(lineBreak.PreviousSibling)));
    }

    // In "(see table\n1) for more" the bracket ends an aside.
    private static bool IsOpen(ReadOnlySpan<char> before) =>
        before.LastIndexOfAny('(', '（') > before.LastIndexOfAny(')', '）');

    // Here 1. and a. are lists too, but not the dates 2.10号 and 2014.6.13.
    [GeneratedRegex(
        @"^ {0,3}(?:\d{1,2}(?:[、)）]|[.．](?!\d))|[A-Za-z](?:[、)）]|\.(?=\s|[^\x00-\x7F]))"
        + @"|[(（]\d{1,2}[)）]|--(?!-)|[•·●○◆①-⑳])")]
    private static partial Regex Item();

    // Narrower than at the head of a paragraph: a sentence that is wrapped may go on with "2. " or "--force", and an
    // enumeration with 1、2、3.
    [GeneratedRegex(
        @"^(?:[0-9]{1,2}、(?![0-9])|[A-Za-z]、|(?<closes>(?:[0-9]{1,2}|[A-Za-z])[)）])|[(（][0-9]{1,2}[)）]"
        + @"|--(?=\s|[^\x00-\x7F])|[•●○◆①-⑳])")]
    private static partial Regex Marker();
}
