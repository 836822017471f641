using System.Text;

namespace Digest.Feeds.Xml;

/// <summary>
/// Turns what stands in an element into the HTML it means: tags without prefixes and declarations, void elements
/// without an end, the div around it gone (RFC 4287 §3.1.1.3). Tag by tag, so that no depth can exhaust the stack.
/// </summary>
internal static class MixedHtml
{
    /// <summary>How many times longer the text may become by its addresses; those left then stay relative.</summary>
    private const int MostGrowth = 16;

    /// <summary>Where HTML was wanted and tags came, the text between them may hold more HTML, escaped.</summary>
    public static string Of(string document, int from, int to, bool isXhtml, XmlScope scope)
    {
        var bases = document.AsSpan(from, to - from).Contains("xml:base", StringComparison.Ordinal)
            ? new InnerBases(scope)
            : null;
        var html = new StringBuilder(to - from);
        var tokens = new XmlTokens(document, from, to);
        while (tokens.Next())
        {
            if (tokens.Kind == XmlToken.Open)
                Open(html, document, tokens, html.Length < (long)MostGrowth * (to - from) ? bases : null);
            else if (tokens.Kind == XmlToken.Close)
                Close(html, tokens.Span, bases);
            else
                Text(html, tokens, isXhtml);
        }

        return WithoutDiv(html.ToString().AsSpan().Trim());
    }

    private static void Open(StringBuilder html, string document, XmlTokens tokens, InnerBases? bases)
    {
        var name = LocalName(tokens.Span);
        html.Append('<').Append(name);
        var attributes = new XmlAttributes(document, tokens.To, tokens.AttributesTo);
        var place = bases?.Enter(attributes, !tokens.IsEmpty && !FeedVocabulary.IsVoid(name));
        while (attributes.Next())
        {
            if (attributes.Name.StartsWith("xml"))
                continue;

            var value = XmlReferences.Decode(attributes.Value);
            if (place is not null && !value.StartsWith('#') && AddressAttributes.Has(attributes.LocalName))
                value = Links.Resolve(place, value) ?? value;
            html.Append(' ').Append(attributes.LocalName).Append("=\"")
                .Append(HtmlText.Escape(value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        html.Append('>');
        if (tokens.IsEmpty && !FeedVocabulary.IsVoid(name))
            html.Append("</").Append(name).Append('>');
    }

    private static void Close(StringBuilder html, ReadOnlySpan<char> tag, InnerBases? bases)
    {
        var name = LocalName(tag);
        if (FeedVocabulary.IsVoid(name))
            return;

        bases?.Leave();
        html.Append("</").Append(name).Append('>');
    }

    private static void Text(StringBuilder html, XmlTokens tokens, bool isXhtml)
    {
        var text = tokens.Kind == XmlToken.Data ? tokens.Span.ToString() : XmlReferences.Decode(tokens.Span);
        var isHtml = !isXhtml && (tokens.Kind == XmlToken.Data || HtmlText.HoldsTags(text));
        html.Append(isHtml ? text : HtmlText.Escape(text));
    }

    private static string WithoutDiv(ReadOnlySpan<char> html)
    {
        if (!html.StartsWith("<div>", StringComparison.OrdinalIgnoreCase)
            || !html.EndsWith("</div>", StringComparison.OrdinalIgnoreCase))
            return html.ToString();

        var inside = html[5..^6];
        return IsBalanced(inside) ? inside.Trim().ToString() : html.ToString();
    }

    /// <summary>False for <c>a&lt;/div>&lt;div>b</c>: there the first and the last tag are not of one div.</summary>
    private static bool IsBalanced(ReadOnlySpan<char> html)
    {
        var depth = 0;
        for (var at = html.IndexOf("div", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            if (at > 0 && html[at - 1] == '<')
                depth++;
            else if (at > 1 && html[at - 1] == '/' && html[at - 2] == '<' && --depth < 0)
                return false;

            html = html[(at + 3)..];
            at = html.IndexOf("div", StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }

    private static ReadOnlySpan<char> LocalName(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
