using System.Text;
using System.Text.RegularExpressions;
using Digest.Feeds.Charsets;
using Digest.Feeds.Xml;

namespace Digest.Feeds;

/// <summary>
/// Finds the feeds that an HTML page advertises by <c>&lt;link rel="alternate" type="application/rss+xml" …&gt;</c>
/// (HTML §4.6.7.2). Addresses are not guessed. No bytes make it throw.
/// </summary>
public static partial class FeedDiscovery
{
    private const int CharsetReach = 1024;
    private const int MostFeeds = 50;

    /// <param name="bytes">The page as it came, decompressed.</param>
    /// <param name="contentType">The HTTP Content-Type, for its charset; null for a file.</param>
    /// <param name="location">Where it came from: what relative links are resolved against.</param>
    /// <returns>In the page's order, each address once; empty if it advertises none.</returns>
    public static IReadOnlyList<DiscoveredFeed> Find(ReadOnlyMemory<byte> bytes, string? contentType, Uri? location)
    {
        if (bytes.Length > FeedReader.MaxBytes)
            return [];

        var html = FeedDecoder.Decode(bytes.Span, TypeWithCharset(bytes.Span, contentType), new FeedWarnings());
        var tokens = new XmlTokens(html);
        List<DiscoveredFeed> feeds = [];
        var hasBase = false;
        while (feeds.Count < MostFeeds && tokens.Next())
        {
            if (tokens.Kind != XmlToken.Open)
                continue;

            var name = tokens.Span;
            if (name.Equals("base", StringComparison.OrdinalIgnoreCase) && !hasBase)
                hasBase = TryBase(html, tokens, ref location);
            else if (name.Equals("link", StringComparison.OrdinalIgnoreCase))
                Add(html, tokens, location, feeds);
            else if (HoldsNoTags(name))
                SkipInside(html, tokens);
        }

        return feeds;
    }

    /// <summary>What a script or a title holds is no markup, whatever it looks like; a template is not shown.</summary>
    private static bool HoldsNoTags(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[8];
        return name.Length <= lower.Length
            && lower[..name.ToLowerInvariant(lower)] is "script" or "style" or "title" or "textarea" or "template"
                or "xmp" or "noframes";
    }

    private static void SkipInside(string html, XmlTokens tokens)
    {
        var close = html.AsSpan(tokens.At).IndexOf($"</{tokens.Span}", StringComparison.OrdinalIgnoreCase);
        tokens.At = close < 0 ? html.Length : tokens.At + close;
    }

    private static string? TypeWithCharset(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) == true)
            return contentType;

        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, CharsetReach)]);
        return MetaCharset().Match(start) is { Success: true } match ? $"text/html; {match.Value}" : contentType;
    }

    private static bool TryBase(string html, XmlTokens tokens, ref Uri? location)
    {
        var attributes = new XmlAttributes(html, tokens.To, tokens.AttributesTo);
        while (attributes.Next())
        {
            if (!attributes.Name.Equals("href", StringComparison.OrdinalIgnoreCase)
                || Links.Place(location, XmlReferences.Decode(attributes.Value)) is not { } place)
                continue;

            location = place;
            return true;
        }

        return false;
    }

    private static void Add(string html, XmlTokens tokens, Uri? location, List<DiscoveredFeed> feeds)
    {
        string? relation = null, type = null, title = null, href = null;
        var attributes = new XmlAttributes(html, tokens.To, tokens.AttributesTo);
        while (attributes.Next())
        {
            var value = XmlReferences.Decode(attributes.Value);
            if (attributes.Name.Equals("rel", StringComparison.OrdinalIgnoreCase))
                relation ??= value.ToLowerInvariant();
            else if (attributes.Name.Equals("type", StringComparison.OrdinalIgnoreCase))
                type ??= value.Split(';')[0].Trim().ToLowerInvariant();
            else if (attributes.Name.Equals("title", StringComparison.OrdinalIgnoreCase))
                title ??= HtmlText.OneLine(value);
            else if (attributes.Name.Equals("href", StringComparison.OrdinalIgnoreCase))
                href ??= value;
        }

        var relations = relation?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (IsFeed(relations, type ?? "")
            && Links.Resolve(location, WithoutFeedScheme(href)) is { } url
            && !feeds.Exists(feed => feed.Url == url))
            feeds.Add(new DiscoveredFeed(url, title ?? "", type ?? ""));
    }

    /// <summary>Pages that want to open a program write <c>feed:https://…</c> or <c>feed://…</c>.</summary>
    private static string? WithoutFeedScheme(string? href)
    {
        var address = href?.Trim();
        if (address?.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) != true)
            return href;

        return address[5..].StartsWith("//", StringComparison.Ordinal) ? $"http:{address[5..]}" : address[5..];
    }

    /// <summary>application/json alone is no sign of a feed: it is what programs offer their interfaces with.</summary>
    private static bool IsFeed(string[] relations, string type)
    {
        var isKnown = type is "application/rss+xml" or "application/atom+xml" or "application/feed+json"
            or "application/rdf+xml" or "application/x-rss+xml" or "application/x-atom+xml" or "application/rss"
            or "application/atom" or "text/rss" or "text/rss+xml" or "text/atom+xml" or "text/xml" or "application/xml";
        return isKnown && (relations.Contains("alternate") || relations.Contains("feed"))
            && !relations.Contains("stylesheet");
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?[\\w.:-]{1,40}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();
}
