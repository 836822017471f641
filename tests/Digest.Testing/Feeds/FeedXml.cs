using System.Xml;
using System.Xml.Linq;

namespace Digest.Testing.Feeds;

/// <summary>A feed as a strict XML reader sees it.</summary>
internal static class FeedXml
{
    public static XElement RootOf(ReadOnlySpan<byte> bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()));
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
