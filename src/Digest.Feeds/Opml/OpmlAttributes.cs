using Digest.Feeds.Xml;

namespace Digest.Feeds.Opml;

/// <summary>The attributes of an outline. Programs do not agree about letter case: xmlUrl, xmlurl, XMLURL.</summary>
internal sealed class OpmlAttributes
{
    private const int Most = 64;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The value without blanks around; empty if there is none.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>Those of the opening tag that the tokens stand on.</summary>
    public static OpmlAttributes Of(string text, XmlTokens tokens)
    {
        var attributes = new OpmlAttributes();
        var written = new XmlAttributes(text, tokens.To, tokens.AttributesTo);
        while (attributes._values.Count < Most && written.Next())
        {
            if (XmlReferences.Decode(written.Value).Trim() is { Length: > 0 } value)
                attributes._values.TryAdd(written.LocalName.ToString(), value);
        }

        return attributes;
    }
}
