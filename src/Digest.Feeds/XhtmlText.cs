using System.Text;
using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>Turns XHTML inside a feed into the HTML it stands for: no prefixes, void elements without an end.</summary>
internal static class XhtmlText
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    };

    /// <summary>The inside of an element; its depth is bounded by <see cref="XmlElements"/>.</summary>
    public static string Inner(XElement element)
    {
        var html = new StringBuilder();
        foreach (var node in element.Nodes())
            Append(html, node);

        return html.ToString();
    }

    private static void Append(StringBuilder html, XNode node)
    {
        if (node is XText text)
            html.Append(HtmlText.Escape(text.Value));
        if (node is not XElement element)
            return;

        var name = element.Name.LocalName;
        html.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
            AppendAttribute(html, attribute);

        html.Append('>');
        if (Void.Contains(name))
            return;

        foreach (var child in element.Nodes())
            Append(html, child);
        html.Append("</").Append(name).Append('>');
    }

    private static void AppendAttribute(StringBuilder html, XAttribute attribute)
    {
        var value = HtmlText.Escape(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal);
        html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(value).Append('"');
    }
}
