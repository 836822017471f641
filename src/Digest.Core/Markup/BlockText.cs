using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Digest.Markup;

/// <summary>
/// Lays out blocks as plain text: marks before list items, <c>&gt;</c> before quotes, code indented. No line is
/// wrapped.
/// </summary>
internal sealed class BlockText(LinkList? links)
{
    private const string CodeIndent = "    ";

    public string Write(ContainerBlock blocks) => string.Join('\n', Lines(blocks, isTight: false));

    private List<string> Lines(ContainerBlock blocks, bool isTight)
    {
        var lines = new List<string>();
        foreach (var block in blocks)
        {
            var inner = Lines(block);
            if (inner.Count > 0 && lines.Count > 0 && !isTight)
                lines.Add("");

            lines.AddRange(inner);
        }

        return lines;
    }

    private List<string> Lines(Block block) => block switch
    {
        LinkReferenceDefinitionGroup or HtmlBlock => [],
        CodeBlock code => Prefixed(CodeLines(code), CodeIndent, CodeIndent),
        LeafBlock { Inline: { } inline } => [.. new InlineText(links).Write(inline).Split('\n').Select(Trimmed)],
        ThematicBreakBlock => ["----------"],
        QuoteBlock quote => Prefixed(Lines(quote, isTight: false), "> ", "> "),
        ListBlock list => ListLines(list),
        Table table => [.. table.OfType<TableRow>().Select(Row)],
        ContainerBlock container => Lines(container, isTight: false),
        _ => [],
    };

    private List<string> ListLines(ListBlock list)
    {
        var lines = new List<string>();

        // Counted on from the first, as HTML does, whatever the author's later numbers are.
        var number = list.OfType<ListItemBlock>().Select(item => item.Order).FirstOrDefault();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{number++}{list.OrderedDelimiter} " : $"{list.BulletType} ";
            if (list.IsLoose && lines.Count > 0)
                lines.Add("");

            var inner = Lines(item, isTight: !list.IsLoose);
            lines.AddRange(Prefixed(inner.Count > 0 ? inner : [""], mark, new string(' ', mark.Length)));
        }

        return lines;
    }

    private string Row(TableRow row) =>
        string.Join(" | ", row.OfType<TableCell>().Select(cell => string.Join(' ', Lines(cell, isTight: true))));

    private static string Trimmed(string line) => line.Trim();

    private static List<string> CodeLines(CodeBlock code)
    {
        var lines = new List<string>();
        for (var i = 0; i < code.Lines.Count; i++)
            lines.Add(string.Concat(code.Lines.Lines[i].Slice.ToString().Where(IsShown)));

        return lines;
    }

    private static bool IsShown(char letter) => letter == '\t' || !char.IsControl(letter);

    private static List<string> Prefixed(List<string> lines, string first, string others) =>
        [.. lines.Select((line, index) => ((index == 0 ? first : others) + line).TrimEnd())];
}
