using System.Text;
using AngleSharp.Dom;

namespace Digest.Markup;

/// <summary>
/// Writes the inlines of cleaned HTML as Markdown: one string, in which a line end is a break and two are a new
/// paragraph.
/// </summary>
internal sealed class MarkdownInlines
{
    private readonly bool _emphasis;
    private readonly StringBuilder _output = new();
    private readonly HashSet<string> _marks = [];
    private bool _insideLink;

    private MarkdownInlines(bool emphasis) => _emphasis = emphasis;

    public static string Of(IReadOnlyList<INode> nodes)
    {
        var plain = Write(nodes, emphasis: false);
        var marked = Write(nodes, emphasis: true);

        // Whether a star opens, closes or stays a star depends on its neighbours, and HTML knows no such rules.
        // Where the marks would show as text, the words matter more than their weight.
        return marked == plain || MarkdownRenderer.ToWords(marked) == MarkdownRenderer.ToWords(plain) ? marked : plain;
    }

    /// <summary>Escaped words in bold, if the marks will be read as such.</summary>
    public static string Strong(string words)
    {
        var marked = $"**{words}**";
        return MarkdownRenderer.ToWords(marked) == MarkdownRenderer.ToWords(words)
            ? marked
            : MarkdownEscape.LineStart(words);
    }

    private static string Write(IReadOnlyList<INode> nodes, bool emphasis)
    {
        var writer = new MarkdownInlines(emphasis);
        foreach (var node in nodes)
            writer.WriteNode(node);

        return writer._output.ToString();
    }

    private void WriteNode(INode node)
    {
        if (node is not IElement element)
        {
            WriteText(node.TextContent);
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                TrimSpace();
                _output.Append(_insideLink ? ' ' : '\n');
                break;
            case "a":
                WriteLink(element);
                break;
            case "img":
                WriteImage(element);
                break;
            case "code" or "kbd" or "samp":
                WriteCode(MarkdownEscape.Collapse(element.TextContent));
                break;
            default:
                WriteMarked(element);
                break;
        }
    }

    private void WriteChildren(IElement element)
    {
        foreach (var node in element.ChildNodes)
            WriteNode(node);
    }

    private void WriteText(string text)
    {
        var collapsed = MarkdownEscape.Collapse(text);
        if (EndsWithSpace() && collapsed.StartsWith(' '))
            collapsed = collapsed[1..];

        _output.Append(MarkdownEscape.Characters(collapsed));
    }

    private void WriteMarked(IElement element)
    {
        var mark = MarkOf(element.LocalName);
        if (mark.Length == 0 || !_emphasis || !_marks.Add(mark))
        {
            WriteChildren(element);
            return;
        }

        WriteBetween(element, mark, mark);
        _marks.Remove(mark);
    }

    private static string MarkOf(string element) => element switch
    {
        "b" or "strong" => "**",
        "i" or "em" => "*",
        "s" or "del" => "~~",
        _ => "",
    };

    /// <summary>Writes marks around the words only: spaces inside them would keep them from being marks.</summary>
    private void WriteBetween(IElement element, string open, string close)
    {
        var start = _output.Length;
        WriteChildren(element);
        var inner = _output.ToString(start, _output.Length - start);
        var words = inner.Trim();
        if (words.Length == 0)
            return;

        var lead = inner.Length - inner.TrimStart().Length;
        var tail = inner.Length - inner.TrimEnd().Length;
        _output.Insert(_output.Length - tail, close).Insert(start + lead, open);
    }

    private void WriteLink(IElement element)
    {
        var address = element.GetAttribute("href")!;
        var label = MarkdownEscape.Collapse(element.TextContent).Trim();
        var shown = address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address;
        var isBare = (label.Length == 0 && element.QuerySelector("img") is null) || label == shown;
        if (isBare && MarkdownEscape.IsAutolink(shown))
        {
            _output.Append('<').Append(shown).Append('>');
            return;
        }

        _insideLink = true;
        WriteBetween(element, "[", $"]({MarkdownEscape.Address(address)})");
        _insideLink = false;
    }

    private void WriteImage(IElement element)
    {
        var alt = MarkdownEscape.Text(element.GetAttribute("alt") ?? "");
        var address = MarkdownEscape.Address(element.GetAttribute("src")!);
        _output.Append("![").Append(alt).Append("](").Append(address).Append(')');
    }

    private void WriteCode(string code)
    {
        var text = code.Trim();
        if (text.Length == 0)
        {
            WriteText(code);
            return;
        }

        var fence = new string('`', MarkdownEscape.LongestRun(text, '`') + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        _output.Append(fence).Append(pad).Append(text).Append(pad).Append(fence);
    }

    private bool EndsWithSpace() => _output.Length == 0 || _output[^1] is ' ' or '\n';

    private void TrimSpace()
    {
        while (_output.Length > 0 && _output[^1] == ' ')
            _output.Length--;
    }
}
