using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// A feed in XML taken apart: what is said of the feed, and its entries, as far as they could be read.
/// </summary>
internal sealed class XmlOutline
{
    /// <summary>The root's name: rss, RDF, feed, channel.</summary>
    public required string Root { get; init; }

    /// <summary>
    /// The namespace of the innermost element around the entries: that of the format, not of an extension.
    /// </summary>
    public XNamespace Core { get; set; } = XNamespace.None;

    /// <summary>The last xml:base of the elements around the entries; without one, where the feed came from.</summary>
    public Uri? Base { get; set; }

    /// <summary>True if the feed itself names the base of its links.</summary>
    public bool SaysBase { get; set; }

    /// <summary>The last xml:lang of the elements around the entries.</summary>
    public string? Language { get; set; }

    public List<XElement> Metadata { get; } = [];

    public List<XElement> Entries { get; } = [];
}
