using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>Atom's text constructs (RFC 4287 §3.1): plain text, escaped HTML or XHTML, as the type says.</summary>
internal static class AtomText
{
    /// <summary>The construct as an HTML fragment; null if it is empty, lies elsewhere or is no text.</summary>
    public static string? Html(XElement? element)
    {
        if (element is null || element.Attribute("src") is not null)
            return null;

        var html = TypeOf(element) switch
        {
            "text" or "text/plain" => HtmlText.Escape(element.Value),
            "html" or "text/html" => element.Value,
            "xhtml" or "application/xhtml+xml" => Xhtml(element),
            "" when element.HasElements => Xhtml(element),
            "" => HtmlText.Escape(element.Value),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(html) ? null : html.Trim();
    }

    /// <summary>The construct as plain text on one line; null if there is none.</summary>
    public static string? Plain(XElement? element) => element is null
        ? null
        : TypeOf(element) is "html" or "text/html"
            ? HtmlText.ToPlain(element.Value)
            : HtmlText.OneLine(element.Value);

    private static string TypeOf(XElement element)
    {
        var type = ((string?)element.Attribute("type") ?? "").Trim().ToLowerInvariant();

        // Atom 0.3 told the escaping by its own attribute.
        return (string?)element.Attribute("mode") == "escaped" ? "html" : type;
    }

    private static string Xhtml(XElement element)
    {
        var only = element.Elements().Take(2).ToArray();

        // RFC 4287 §3.1.1.3: the div around XHTML is no part of the content.
        return XhtmlText.Inner(only is [{ Name.LocalName: "div" } div] ? div : element);
    }
}
