using System.Xml;
using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// Reads one element at a time off a strict reader. Depth and width are bounded and nothing recurses, so a document
/// made to exhaust the stack or the time cannot.
/// </summary>
internal static class XmlElements
{
    private const int MaxDepth = 256;
    private const int MaxAttributes = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 2L * FeedReader.MaxBytes,
    };

    // Prefixes that feeds use without saying what they mean.
    private static readonly (string Prefix, string Namespace)[] Habitual =
    [
        ("atom", FeedNamespaces.Atom.NamespaceName),
        ("content", FeedNamespaces.Content.NamespaceName),
        ("dc", FeedNamespaces.DublinCore.NamespaceName),
        ("dcterms", FeedNamespaces.DublinCoreTerms.NamespaceName),
        ("rdf", FeedNamespaces.Rdf.NamespaceName),
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("media", "http://search.yahoo.com/mrss/"),
        ("slash", "http://purl.org/rss/1.0/modules/slash/"),
        ("sy", "http://purl.org/rss/1.0/modules/syndication/"),
        ("wfw", "http://wellformedweb.org/CommentAPI/"),
        ("georss", "http://www.georss.org/georss"),
        ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
    ];

    public static XmlReader Open(string text)
    {
        var names = new NameTable();
        var namespaces = new XmlNamespaceManager(names);
        foreach (var (prefix, name) in Habitual)
            namespaces.AddNamespace(prefix, name);

        return XmlReader.Create(
            new StringReader(text), Settings, new XmlParserContext(names, namespaces, null, XmlSpace.None));
    }

    /// <summary>
    /// Reads the element the reader stands on, with all it holds; the reader stands on its end afterwards.
    /// </summary>
    /// <exception cref="XmlException">The element is broken, cut off or too deep.</exception>
    public static XElement Read(XmlReader reader)
    {
        var root = Start(reader);
        var current = root;
        var open = !reader.IsEmptyElement;
        while (open && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                open = current != root;
                current = current.Parent ?? root;
                continue;
            }

            // Beside elements there are text, CDATA and white space: the settings leave nothing else.
            XNode node = reader.NodeType == XmlNodeType.Element ? Start(reader) : new XText(reader.Value);
            current.Add(node);
            if (node is XElement child && !reader.IsEmptyElement)
                current = child;
        }

        return root;
    }

    private static XElement Start(XmlReader reader)
    {
        if (reader.Depth > MaxDepth)
            throw new XmlException("elements are nested too deeply", null, Line(reader), 0);

        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        for (var i = 0; i < Math.Min(reader.AttributeCount, MaxAttributes); i++)
        {
            reader.MoveToAttribute(i);
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
        }

        reader.MoveToElement();
        return element;
    }

    private static int Line(XmlReader reader) => reader is IXmlLineInfo info ? info.LineNumber : 0;
}
