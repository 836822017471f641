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

/// <summary>A top-level block with the blank lines after it.</summary>
internal sealed record Piece
{
    public required PieceKind Kind { get; init; }

    /// <summary>Where it begins in the body.</summary>
    public required int Start { get; init; }

    public required string Source { get; init; }

    /// <summary>The heading's words.</summary>
    public string Title { get; init; } = "";

    /// <summary>The heading's level.</summary>
    public int Level { get; init; }

    /// <summary>The trace's item.</summary>
    public string? ItemId { get; init; }
}
