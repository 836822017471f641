namespace Digest.Feeds.Xml;

/// <summary>What may stand inside an element, which decides what is believed when its end is missing.</summary>
internal enum FieldKind
{
    /// <summary>Words without markup, or nearly: the start of another field ends it.</summary>
    Text,

    /// <summary>HTML, escaped or not: whatever stands in it may belong to it.</summary>
    Html,

    /// <summary>Fields of its own, such as an author's name.</summary>
    Group,
    Entry,
    Root,
}
