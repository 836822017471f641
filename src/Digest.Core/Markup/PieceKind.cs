namespace Digest.Markup;

/// <summary>What a piece of an issue is to the items around it.</summary>
internal enum PieceKind
{
    Heading,

    /// <summary>Begins an item made from a gathered one.</summary>
    Trace,

    /// <summary>A note among editors, or a rule between items: part of the file, not of an item's text.</summary>
    Aside,

    /// <summary>Begins an item, if none was begun by a trace.</summary>
    Paragraph,

    /// <summary>A list, a quote, code, a picture: belongs to the item before it.</summary>
    Continuation,
}
