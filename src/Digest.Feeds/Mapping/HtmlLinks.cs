using System.Text;
using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>
/// Makes the addresses inside HTML absolute where the feed names their base: RFC 4287 §2 lets every element have its
/// own, and afterwards nobody could tell which it was.
/// </summary>
internal static class HtmlLinks
{
    /// <summary>How many times longer HTML may become; what is left then stays relative.</summary>
    private const int MostGrowth = 16;

    public static string Resolve(string html, XmlScope scope)
    {
        if (!scope.Stated || scope.Base is null || !html.Contains('<', StringComparison.Ordinal))
            return html;

        var resolved = new StringBuilder(html.Length + 64);
        var copied = 0;
        var tokens = new XmlTokens(html);
        while (resolved.Length < (long)MostGrowth * html.Length && tokens.Next())
        {
            if (tokens.Kind == XmlToken.Open)
                Tag(html, tokens, scope.Base, resolved, ref copied);
        }

        return copied == 0 ? html : resolved.Append(html.AsSpan(copied)).ToString();
    }

    private static void Tag(string html, XmlTokens tokens, Uri place, StringBuilder resolved, ref int copied)
    {
        var attributes = new XmlAttributes(html, tokens.To, tokens.AttributesTo);
        while (attributes.Next())
        {
            if (!AddressAttributes.Has(attributes.Name) || attributes.Value.IsEmpty || attributes.Value[0] == '#')
                continue;

            var written = XmlReferences.Decode(attributes.Value);
            if (Links.Resolve(place, written) is not { } absolute || absolute == written.Trim())
                continue;

            html.AsSpan().Overlaps(attributes.Value, out var at);
            resolved.Append(html.AsSpan(copied, at - copied));
            resolved.Append(HtmlText.Escape(absolute).Replace("\"", "&quot;", StringComparison.Ordinal));
            copied = at + attributes.Value.Length;
        }
    }
}
