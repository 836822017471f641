using System.Xml;

namespace Digest.Feeds.Opml;

/// <summary>The attributes of an outline. Programs do not agree about letter case: xmlUrl, xmlurl, XMLURL.</summary>
internal sealed class OpmlAttributes
{
    private const int Most = 64;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value without blanks around; empty if there is none.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>Those of the element that the reader stands on, and it stands there afterwards.</summary>
    public static OpmlAttributes Of(XmlReader reader)
    {
        var attributes = new OpmlAttributes();
        for (var i = 0; i < Math.Min(reader.AttributeCount, Most); i++)
        {
            reader.MoveToAttribute(i);
            if (reader.Value.Trim() is { Length: > 0 } value)
                attributes._values.TryAdd(reader.LocalName, value);
        }

        reader.MoveToElement();
        return attributes;
    }
}
