namespace Digest.Feeds.Xml;

/// <summary>
/// Which prefix means which namespace, from the outer elements to the inner. What a prefix means by custom holds where
/// nothing is declared, and where the address declared is one that nobody knows.
/// </summary>
internal sealed class XmlBindings
{
    private const int Most = 1_000;
    private readonly List<(string Prefix, FeedSpace Space, int Level)> _bindings = [];

    /// <summary>
    /// Takes the declarations of a tag. Level 0 is that of the elements around the entries, whose default namespace is
    /// the format's own, whatever its address.
    /// </summary>
    public void Declare(XmlAttributes attributes, int level)
    {
        while (attributes.Next())
        {
            var isDefault = attributes.Name is "xmlns";
            if (!isDefault && !attributes.Name.StartsWith("xmlns:") || _bindings.Count >= Most)
                continue;

            var prefix = isDefault ? "" : attributes.Name[6..].ToString();
            var space = FeedSpaces.At(XmlReferences.Decode(attributes.Value));
            if (isDefault && level == 0)
                space = FeedSpace.Core;
            else if (!isDefault && space == FeedSpace.Other)
                space = FeedSpaces.ByCustom(prefix);

            _bindings.Add((prefix, space, level));
        }
    }

    /// <summary>Forgets what was declared at a level and below.</summary>
    public void Leave(int level)
    {
        while (_bindings.Count > 0 && _bindings[^1].Level >= level)
            _bindings.RemoveAt(_bindings.Count - 1);
    }

    public FeedSpace SpaceOf(ReadOnlySpan<char> prefix)
    {
        for (var i = _bindings.Count - 1; i >= 0; i--)
        {
            if (prefix.Equals(_bindings[i].Prefix, StringComparison.OrdinalIgnoreCase))
                return _bindings[i].Space;
        }

        return prefix.IsEmpty ? FeedSpace.Core : FeedSpaces.ByCustom(prefix);
    }
}
