using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>Addresses as feeds write them, made absolute.</summary>
internal static class Links
{
    private static readonly XName Base = XNamespace.Xml + "base";

    /// <summary>
    /// An absolute http or https address; null if the text is none. What is absolute already stays as written.
    /// </summary>
    public static string? Resolve(Uri? place, string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;

        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri) || !IsWeb(uri))
        {
            // On Unix "/path" is absolute, a file: with a base it is a path on that host.
            if (place is null || !Uri.TryCreate(place, trimmed, out uri) || !IsWeb(uri))
                return null;

            return uri.AbsoluteUri;
        }

        return trimmed.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c)) ? uri.AbsoluteUri : trimmed;
    }

    /// <summary>The base that holds for an element: the xml:base of it and of those around it.</summary>
    public static Uri? BaseOf(XElement element, Uri? outer)
    {
        foreach (var ancestor in element.AncestorsAndSelf().Reverse())
        {
            if (Resolve(outer, (string?)ancestor.Attribute(Base)) is { } resolved)
                outer = new Uri(resolved);
        }

        return outer;
    }

    /// <summary>The base that holds for an element if it or one around it names any; null if none does.</summary>
    public static string? StatedBase(XElement element, XmlOutline outline) =>
        outline.SaysBase || element.AncestorsAndSelf().Any(ancestor => ancestor.Attribute(Base) is not null)
            ? BaseOf(element, outline.Base)?.AbsoluteUri
            : null;

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}
