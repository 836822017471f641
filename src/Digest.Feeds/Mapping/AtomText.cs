using System.Text;
using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>Atom's text constructs (RFC 4287 §3.1): plain text, escaped HTML or XHTML, as the type says.</summary>
internal static class AtomText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The construct as an HTML fragment; null if it is empty, lies elsewhere or is no text.</summary>
    public static string? Html(XmlField? field)
    {
        if (field is null || field.AttributesTo > field.AttributesFrom && field.Attribute("src") is not null)
            return null;

        var html = TypeOf(field) switch
        {
            "text" or "text/plain" => field.XhtmlAsHtml,
            "html" or "text/html" => field.Html,
            "xhtml" or "application/xhtml+xml" => field.XhtmlAsHtml,
            "" => Untyped(field),
            var type => Encoded(field, type),
        };
        if (string.IsNullOrWhiteSpace(html))
            return null;

        return HtmlLinks.Resolve(html, field.Scope);
    }

    /// <summary>The construct as plain text on one line; null if there is none.</summary>
    public static string? Plain(XmlField? field)
    {
        if (field is null)
            return null;

        var type = field.AttributesTo > field.AttributesFrom ? TypeOf(field) : "";
        return type switch
        {
            "html" or "text/html" => HtmlText.ToPlain(field.Html),
            "" or "text" or "text/plain" when !field.HasTags => HtmlText.OneLine(field.Text),
            "" or "text" or "text/plain" or "xhtml" or "application/xhtml+xml" => HtmlText.ToPlain(field.XhtmlAsHtml),
            _ => Encoded(field, type) is { } html ? HtmlText.ToPlain(html) : HtmlText.OneLine(field.Text),
        };
    }

    /// <summary>Without a type it is text; but some mean HTML, and only HTML has ends of tags.</summary>
    private static string Untyped(XmlField field)
    {
        if (field.HasTags)
            return field.XhtmlAsHtml;

        var text = field.Text;
        return HtmlText.HoldsEndTags(text) ? text : HtmlText.Escape(text);
    }

    private static string TypeOf(XmlField field)
    {
        // Atom 0.3 told the escaping by its own attribute.
        var mode = field.Attribute("mode");
        var type = (field.Attribute("type") ?? "").ToLowerInvariant();
        var end = type.IndexOf(';', StringComparison.Ordinal);
        return mode switch
        {
            "escaped" => "html",
            "base64" => "base64",
            _ => end < 0 ? type : type[..end].Trim(),
        };
    }

    /// <summary>RFC 4287 §4.1.3.3: any other type but text and XML comes in Base64. Null if it is no text.</summary>
    private static string? Encoded(XmlField field, string type)
    {
        if (type.StartsWith("text/", StringComparison.Ordinal))
            return field.XhtmlAsHtml;
        if (type.EndsWith("+xml", StringComparison.Ordinal) || type.EndsWith("/xml", StringComparison.Ordinal))
            return null;

        try
        {
            return Utf8.GetString(Convert.FromBase64String(field.Text));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }
}
