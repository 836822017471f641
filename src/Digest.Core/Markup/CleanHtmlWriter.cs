using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Digest.Markup;

/// <summary>
/// Writes the allowed part of a parsed tree. It never copies markup: every tag, attribute and escape is its own, so the
/// parser's way to serialise (where sanitizers have failed before) plays no part.
/// </summary>
internal sealed class CleanHtmlWriter(Uri? baseUrl)
{
    private readonly StringBuilder _output = new();

    // A parser drops one line end after <pre>, and a browser that writes its tree does not put it back: each reading
    // would take away another. So none is written in this place.
    private int _insidePre = -1;

    /// <summary>A text as HTML that shows just this text.</summary>
    public static string Escape(string text)
    {
        var writer = new CleanHtmlWriter(null);
        writer.Escape(text, inAttribute: false);
        return writer.ToString();
    }

    public override string ToString() => _output.ToString();

    public void WriteChildren(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element)
                WriteElement(element);
            else if (node.NodeType == NodeType.Text)
                Escape(node.TextContent, inAttribute: false);
        }
    }

    private void WriteElement(IElement element)
    {
        var name = element.LocalName;
        if (HtmlRules.Dropped.Contains(name) || IsTrackingPixel(element))
            return;

        var kept = HtmlRules.Blocks.Contains(name) ? "div" : name;
        var isKept = HtmlRules.Kept.Contains(kept) && element.NamespaceUri == NamespaceNames.HtmlUri;
        if (!isKept || !WriteStart(element, kept))
        {
            WriteChildren(element);
            return;
        }

        if (HtmlRules.Void.Contains(kept))
            return;

        if (kept == "pre")
            _insidePre = _output.Length;

        WriteChildren(element);
        _output.Append("</").Append(kept).Append('>');
    }

    /// <summary>False if nothing was written: a link or picture without an address means nothing.</summary>
    private bool WriteStart(IElement element, string name)
    {
        var attributes = HtmlRules.AttributesOf(name).Select(key => (Key: key, Value: Allowed(element, key))).ToList();
        if (name is "a" or "img" && attributes[0].Value is null)
        {
            if (name == "img")
                Escape(element.GetAttribute("alt") ?? "", inAttribute: false);

            return false;
        }

        _output.Append('<').Append(name);
        foreach (var (key, value) in attributes.Append(("lang", Language(element))).Append(("dir", Direction(element))))
        {
            if (value is null)
                continue;

            _output.Append(' ').Append(key).Append("=\"");
            Escape(value, inAttribute: true);
            _output.Append('"');
        }

        _output.Append('>');
        return true;
    }

    private string? Allowed(IElement element, string key) => (key, element.GetAttribute(key)) switch
    {
        ("href", var value) => AddressRule.Link(value, baseUrl),
        ("src", var value) => AddressRule.Image(value, baseUrl),
        ("alt", null) => "",
        ("scope", not ("col" or "row" or "colgroup" or "rowgroup")) => Scope(element),
        (_, { } value) when HtmlRules.Numbers.Contains(key) => Number(value),
        (_, var value) => value,
    };

    // WCAG H63: a heading says what it heads. In a row that ends in a heading, all of them head columns.
    private static string Scope(IElement heading) =>
        heading.ParentElement?.LastElementChild?.LocalName == "th" ? "col" : "row";

    private static string? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= 10000
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? Language(IElement element) =>
        element.GetAttribute("lang") is { Length: > 1 and <= 35 } tag
        && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? tag
            : null;

    private static string? Direction(IElement element) =>
        element.GetAttribute("dir")?.ToLowerInvariant() is ("ltr" or "rtl" or "auto") and var direction
            ? direction
            : null;

    // A picture nobody can see reports to its sender who has opened what, and when.
    private static bool IsTrackingPixel(IElement element) =>
        element.LocalName == "img"
        && (element.GetAttribute("width") is "0" or "1" || element.GetAttribute("height") is "0" or "1");

    private void Escape(string text, bool inAttribute)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => _output.Append("&amp;"),
                '<' => _output.Append("&lt;"),
                '>' => _output.Append("&gt;"),
                '"' when inAttribute => _output.Append("&quot;"),
                '\u00A0' => _output.Append("&nbsp;"),
                '\n' when _output.Length == _insidePre => _output,
                '\n' or '\t' => _output.Append(character),
                _ when char.IsControl(character) => _output,
                _ => _output.Append(character),
            };
        }
    }
}
