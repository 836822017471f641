using System.Globalization;
using System.Xml;

namespace Digest.Feeds;

/// <summary>Walks a feed in XML entry by entry, so that what stands before a fault is kept.</summary>
internal static class XmlFeedReader
{
    private const int MostEntries = 5_000;
    private const int MostMetadata = 1_000;

    public static FeedReadResult Read(string text, Uri? location, FeedWarnings warnings)
    {
        using var reader = XmlElements.Open(XmlRepair.Repair(text, warnings));
        XmlOutline? outline = null;
        try
        {
            reader.MoveToContent();
            if (!IsFeed(reader))
                return new FeedReadResult.NotAFeed(WhatItIs(reader));

            outline = new XmlOutline { Root = reader.LocalName, Base = location };
            Walk(reader, outline, warnings);
        }
        catch (XmlException exception)
        {
            if (outline is null)
                return new FeedReadResult.NotAFeed(AtLine(exception.LineNumber, "neither XML nor JSON"));

            warnings.Add(AtLine(exception.LineNumber, "the XML is broken here; what stands before was kept"));
        }

        var isAtom = outline.Root == "feed";
        var feed = isAtom ? AtomMapper.Map(outline, warnings) : RssMapper.Map(outline, warnings);
        return new FeedReadResult.Read(feed, warnings.ToList());
    }

    private static bool IsFeed(XmlReader reader) =>
        reader.NodeType == XmlNodeType.Element && reader.LocalName is "rss" or "RDF" or "feed" or "channel";

    private static string WhatItIs(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
            return "line 1: neither XML nor JSON";

        var what = reader.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase)
            ? "an HTML page, not a feed"
            : $"an XML document <{Short(reader.LocalName)}>, not a feed";
        return AtLine(((IXmlLineInfo)reader).LineNumber, what);
    }

    private static void Walk(XmlReader reader, XmlOutline outline, FeedWarnings warnings)
    {
        Enter(reader, outline);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;

            if (reader.LocalName == "channel" && !reader.IsEmptyElement)
                Enter(reader, outline);
            else if (!Keep(reader, outline))
            {
                warnings.Add(AtLine(((IXmlLineInfo)reader).LineNumber, "too many entries; the rest was left out"));
                return;
            }
        }
    }

    /// <summary>
    /// An element around entries: its children are read one by one, its namespace, base and language hold for them.
    /// </summary>
    private static void Enter(XmlReader reader, XmlOutline outline)
    {
        outline.Core = reader.NamespaceURI;
        if (reader.GetAttribute("xml:base") is { } place && Links.Resolve(outline.Base, place) is { } resolved)
        {
            outline.Base = new Uri(resolved);
            outline.SaysBase = true;
        }

        if (reader.GetAttribute("xml:lang") is { Length: > 0 } language)
            outline.Language = language;
    }

    private static bool Keep(XmlReader reader, XmlOutline outline)
    {
        var element = XmlElements.Read(reader);
        if (element.Name.LocalName is "item" or "entry")
            outline.Entries.Add(element);
        else if (outline.Metadata.Count < MostMetadata)
            outline.Metadata.Add(element);

        return outline.Entries.Count < MostEntries;
    }

    private static string AtLine(int line, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"line {Math.Max(line, 1)}: {what}");

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
