namespace Digest.Markup;

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
