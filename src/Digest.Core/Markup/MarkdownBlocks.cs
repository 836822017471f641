using System.Globalization;
using AngleSharp.Dom;

namespace Digest.Markup;

/// <summary>Writes the blocks of cleaned HTML as lines of Markdown.</summary>
internal static class MarkdownBlocks
{
    // Deeper lists and quotes go on at this depth: nobody reads them, and Markdown parsers have limits of their own.
    private const int DeepestNesting = 20;

    public static List<string> Of(INode parent, int depth)
    {
        var lines = new List<string>();
        var inlines = new List<INode>();
        foreach (var node in parent.ChildNodes)
        {
            if (node is not IElement element || !IsBlock(element))
            {
                inlines.Add(node);
                continue;
            }

            Append(lines, Paragraphs(inlines));
            var isListInItem = element.LocalName is "ul" or "ol" && parent is IElement { LocalName: "li" };
            Append(lines, Block(element, depth), isListInItem);
            inlines.Clear();
        }

        Append(lines, Paragraphs(inlines));
        return lines;
    }

    private static bool IsBlock(IElement element) => element.LocalName is
        "p" or "div" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "blockquote" or "pre" or "hr" or "table"
        or "figure" or "figcaption" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static void Append(List<string> lines, List<string> more, bool isTight = false)
    {
        if (lines.Count > 0 && more.Count > 0 && !isTight)
            lines.Add("");

        lines.AddRange(more);
    }

    private static List<string> Block(IElement element, int depth) => element.LocalName switch
    {
        "hr" => ["---"],
        "pre" => Code(element.TextContent),
        "table" => Table(element),
        ['h', _] => Heading(element),
        "ul" or "ol" when depth < DeepestNesting => ListItems(element, depth + 1),
        "blockquote" when depth < DeepestNesting => Prefixed(Of(element, depth + 1), "> ", "> "),
        _ => Of(element, depth),
    };

    private static List<string> Heading(IElement element)
    {
        // A heading may hold blocks in broken pages; its words on one line are what matters.
        var words = MarkdownEscape.Text(element.TextContent);
        return words.Length == 0 ? [] : [MarkdownInlines.Strong(words)];
    }

    private static List<string> ListItems(IElement list, int depth)
    {
        var lines = new List<string>();
        var number = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.Children)
        {
            var mark = list.LocalName == "ol" ? $"{number++}. " : "- ";
            var inner = Of(item, depth);
            if (inner.Count > 0)
                lines.AddRange(Prefixed(inner, mark, new string(' ', mark.Length)));
        }

        return lines;
    }

    private static List<string> Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr")
            .Select(row => row.Children.Select(cell => MarkdownEscape.Text(cell.TextContent)))
            .Select(cells => cells.Where(text => text.Length > 0))
            .Select(cells => MarkdownEscape.LineStart(string.Join(" \\| ", cells)))
            .Where(row => row.Length > 0);
        var caption = MarkdownEscape.LineStart(MarkdownEscape.Text(table.QuerySelector("caption")?.TextContent ?? ""));
        var lines = (caption.Length > 0 ? rows.Prepend(caption) : rows).ToList();
        return [.. lines.Select((line, index) => index < lines.Count - 1 ? line + "\\" : line)];
    }

    private static List<string> Code(string text)
    {
        var code = text.Trim('\n').Split('\n').Select(line => line.TrimEnd()).ToList();
        var fence = new string('`', Math.Max(3, MarkdownEscape.LongestRun(text, '`') + 1));
        return string.IsNullOrWhiteSpace(text) ? [] : [fence, .. code, fence];
    }

    private static List<string> Paragraphs(List<INode> inlines)
    {
        if (inlines.Count == 0)
            return [];

        var text = MarkdownInlines.Of(inlines);
        var lines = new List<string>();
        foreach (var paragraph in text.Split("\n\n"))
            Append(lines, Lines(paragraph));

        return lines;
    }

    private static List<string> Lines(string paragraph)
    {
        var lines = paragraph.Split('\n')
            .Select(line => MarkdownEscape.LineStart(line.Trim()))
            .Where(line => line.Length > 0)
            .ToList();
        return [.. lines.Select((line, index) => index < lines.Count - 1 ? line + "\\" : line)];
    }

    private static List<string> Prefixed(List<string> lines, string first, string others) =>
        [.. lines.Select((line, index) => ((index == 0 ? first : others) + line).TrimEnd())];
}
