namespace Digest.Feeds.Xml;

/// <summary>The field that is being read and whose content is not looked into, and what its end depends on.</summary>
internal sealed class OpenField(string document, int tag, int tagLength, FieldKind kind, XmlField? held)
{
    /// <summary>Null for an element that nobody reads.</summary>
    public XmlField? Field => held;

    public FieldKind Kind => kind;

    public int Start => tag - 1;

    /// <summary>Its name as written.</summary>
    public ReadOnlySpan<char> Tag => document.AsSpan(tag, tagLength);

    /// <summary>Elements of the same name that are open inside it.</summary>
    public int Namesakes { get; set; }

    /// <summary>Other elements that are open inside it, as far as that can be told.</summary>
    public int Inner { get; set; }

    /// <summary>Where the first tag inside it stands that may be the next field; negative if there is none.</summary>
    public int Doubt { get; set; } = -1;

    public bool Is(ReadOnlySpan<char> name) => Tag.Equals(name, StringComparison.OrdinalIgnoreCase);
}
