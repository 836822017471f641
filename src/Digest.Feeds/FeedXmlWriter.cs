using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// What RssWriter and AtomWriter share: settings that make stable bytes, and elements with clean text.
/// </summary>
internal sealed class FeedXmlWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly XmlWriter _xml;

    public FeedXmlWriter()
    {
        _xml = XmlWriter.Create(_bytes, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "  ",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Replace,
        });
        _xml.WriteStartDocument();
    }

    public static string Rfc822(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    public static string Rfc3339(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public void Start(string name, XNamespace? space = null) => _xml.WriteStartElement(name, space?.NamespaceName);

    public void StartPrefixed(string prefix, string name, XNamespace space) =>
        _xml.WriteStartElement(prefix, name, space.NamespaceName);

    public void End() => _xml.WriteEndElement();

    public void Declare(string prefix, XNamespace space) =>
        _xml.WriteAttributeString("xmlns", prefix, null, space.NamespaceName);

    public void Attribute(string name, string value) => _xml.WriteAttributeString(name, XmlText.Clean(value));

    public void Language(string tag) => _xml.WriteAttributeString("xml", "lang", null, XmlText.Clean(tag));

    public void Text(string text) => _xml.WriteString(XmlText.Clean(text));

    /// <summary>An element with text and nothing else; none at all if there is no text.</summary>
    public void Element(string name, string? text)
    {
        if (text is not null)
            _xml.WriteElementString(name, XmlText.Clean(text));
    }

    /// <inheritdoc cref="Element(string, string?)"/>
    public void Element(string prefix, string name, XNamespace space, string? text)
    {
        if (text is not null)
            _xml.WriteElementString(prefix, name, space.NamespaceName, XmlText.Clean(text));
    }

    /// <summary>An element that says all by being there.</summary>
    public void Mark(string prefix, string name, XNamespace space)
    {
        StartPrefixed(prefix, name, space);
        End();
    }

    public byte[] ToBytes()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
        _bytes.WriteByte((byte)'\n');
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }
}
