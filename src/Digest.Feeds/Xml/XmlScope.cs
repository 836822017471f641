namespace Digest.Feeds.Xml;

/// <summary>
/// What an element inherits: the base of its addresses, from xml:base or else where the feed came from, whether the
/// feed itself states that base, and its language.
/// </summary>
internal sealed record XmlScope(Uri? Base, bool Stated, string? Language)
{
    /// <summary>The scope inside a tag.</summary>
    public XmlScope Enter(XmlAttributes attributes)
    {
        var inner = this;
        while (attributes.Next())
        {
            if (attributes.Name.Equals("xml:base", StringComparison.OrdinalIgnoreCase)
                && Links.Place(inner.Base, XmlReferences.Decode(attributes.Value)) is { } place)
                inner = inner with { Base = place, Stated = true };
            else if (attributes.Name.Equals("xml:lang", StringComparison.OrdinalIgnoreCase))
                inner = inner with { Language = XmlReferences.Decode(attributes.Value).Trim() };
        }

        return inner;
    }
}
