using System.Globalization;
using System.Xml;

namespace Digest.Feeds.Opml;

/// <summary>
/// Reads OPML as programs really write it: attributes in any letter case, HTML entities, names missing, folders in
/// folders. Whatever the bytes are, the answer is a result: it never throws, and what stands before a fault is kept.
/// </summary>
public static class OpmlReader
{
    /// <summary>Larger documents are refused unread.</summary>
    public const int MaxBytes = FeedReader.MaxBytes;

    /// <param name="bytes">The document as it came.</param>
    /// <param name="contentType">The HTTP Content-Type, for its charset; null for a file.</param>
    public static OpmlReadResult Read(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        if (bytes.Length > MaxBytes)
            return new OpmlReadResult.NotOpml(TooLarge(bytes.Length));

        var warnings = new FeedWarnings();
        var text = FeedDecoder.Decode(bytes.Span, contentType, warnings);
        if (string.IsNullOrWhiteSpace(text))
            return new OpmlReadResult.NotOpml("line 1: the document is empty");

        using var reader = XmlElements.Open(XmlRepair.Repair(text, warnings));
        return Read(reader, warnings);
    }

    private static OpmlReadResult Read(XmlReader reader, FeedWarnings warnings)
    {
        var walk = new OpmlWalk(reader, warnings);
        var isOpml = false;
        try
        {
            reader.MoveToContent();
            isOpml = reader.NodeType == XmlNodeType.Element
                && reader.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase);
            if (!isOpml)
                return new OpmlReadResult.NotOpml(WhatItIs(reader));

            walk.Run();
        }
        catch (XmlException fault)
        {
            if (!isOpml)
                return new OpmlReadResult.NotOpml(AtLine(fault.LineNumber, "no XML, so no OPML"));

            warnings.Add(AtLine(fault.LineNumber, "the XML is broken here; what stands before was kept"));
        }

        return new OpmlReadResult.Read(walk.Document, warnings.ToList());
    }

    internal static string AtLine(int line, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"line {Math.Max(line, 1)}: {what}");

    private static string WhatItIs(XmlReader reader)
    {
        var name = reader.LocalName.Length <= 40 ? reader.LocalName : reader.LocalName[..40] + "…";
        return reader.NodeType == XmlNodeType.Element
            ? AtLine(((IXmlLineInfo)reader).LineNumber, $"<{name}> and not <opml>: a list of feeds was expected")
            : "line 1: no XML, so no OPML";
    }

    private static string TooLarge(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"the document has {length} bytes; the limit is {MaxBytes}");
}
