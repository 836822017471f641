using System.Globalization;
using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>Files and pictures of entries, in the words of RSS, Atom, Media RSS and the podcasts.</summary>
internal static class Media
{
    public static IReadOnlyList<FeedEnclosure> Enclosures(XmlField entry, IReadOnlyList<FeedLink> links)
    {
        OrderedDictionary<string, FeedEnclosure>? found = null;
        foreach (var field in entry.Fields)
        {
            if (field is { Name: "enclosure", Space: FeedSpace.Core or FeedSpace.Atom })
                Add(field, "url", ref found);
            else if (field is { Name: "link", Space: FeedSpace.Core or FeedSpace.Atom }
                && links.Count > 0 && field.Attribute("rel") == "enclosure")
                Add(field, "href", ref found);
            else if (field is { Name: "content", Space: FeedSpace.Media })
                Add(field, "url", ref found);
            else if (field is { Name: "group", Space: FeedSpace.Media })
                AddAll(field, ref found);
        }

        return found is null ? [] : [.. found.Values];
    }

    /// <summary>The picture of an entry: what the feed names for it, else the first in its content.</summary>
    public static string? Image(XmlField entry, string? html, Uri? place) =>
        Named(entry.Fields, 0) ?? Links.Resolve(place, FirstIn(html));

    /// <summary>The picture that media, podcast or enclosure fields name.</summary>
    public static string? Named(IReadOnlyList<XmlField> fields, int depth)
    {
        string? thumbnail = null;
        foreach (var field in fields)
        {
            var url = field switch
            {
                { Name: "image", Space: FeedSpace.Itunes } => Url(field, "href") ?? Url(field, "url"),
                { Name: "image", Space: FeedSpace.Core } => ImageUrl(field),
                { Name: "content", Space: FeedSpace.Media } when IsPicture(field) => Url(field, "url"),
                { Name: "enclosure", Space: FeedSpace.Core } when IsPicture(field) => Url(field, "url"),
                { Space: FeedSpace.Media, Name: "group" or "content" } when depth < 2 => Named(field.Fields, depth + 1),
                _ => null,
            };
            if (url is not null)
                return url;
            if (field is { Name: "thumbnail", Space: FeedSpace.Media })
                thumbnail ??= Url(field, "url");
        }

        return thumbnail;
    }

    /// <summary>The address of RSS's own image: a group with a url, or, wrongly, the address itself.</summary>
    public static string? ImageUrl(XmlField image) => image.Fields.Count == 0
        ? Url(image, "href") ?? Url(image, "resource") ?? Links.Resolve(image.Scope.Base, image.Text)
        : Links.Resolve(
            image.Scope.Base,
            image.First(FeedSpace.Core, "url")?.Text ?? image.Attribute("about") ?? image.Attribute("resource"));

    /// <summary>What Media RSS says of an entry that says nothing itself.</summary>
    public static XmlField? Description(XmlField entry) =>
        entry.First(FeedSpace.Media, "description")
        ?? entry.First(FeedSpace.Media, "group")?.First(FeedSpace.Media, "description");

    /// <summary>The src of the first img of some HTML; null if there is none.</summary>
    public static string? FirstIn(string? html)
    {
        var at = html is null ? -1 : html.IndexOf("<img", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;

        var tokens = new XmlTokens(html!) { At = at };
        if (!tokens.Next() || tokens.Kind != XmlToken.Open)
            return null;

        var attributes = new XmlAttributes(html!, tokens.To, tokens.AttributesTo);
        while (attributes.Next())
        {
            if (attributes.Name.Equals("src", StringComparison.OrdinalIgnoreCase))
                return XmlReferences.Decode(attributes.Value);
        }

        return null;
    }

    /// <summary>Bytes; null for what is no number.</summary>
    public static long? Length(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    private static void AddAll(XmlField group, ref OrderedDictionary<string, FeedEnclosure>? found)
    {
        foreach (var field in group.Fields)
        {
            if (field is { Name: "content", Space: FeedSpace.Media })
                Add(field, "url", ref found);
        }
    }

    private static void Add(XmlField field, string attribute, ref OrderedDictionary<string, FeedEnclosure>? found)
    {
        if (Url(field, attribute) is not { } url)
            return;

        var size = field.Attribute("length") ?? field.Attribute("filesize");
        found ??= new OrderedDictionary<string, FeedEnclosure>(StringComparer.Ordinal);
        found.TryAdd(url, new FeedEnclosure(url, field.Attribute("type"), Length(size)));
    }

    private static bool IsPicture(XmlField field) =>
        field.Attribute("medium") == "image"
        || field.Attribute("type")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Url(XmlField field, string attribute) =>
        Links.Resolve(field.Scope.Base, field.Attribute(attribute));
}
