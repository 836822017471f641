namespace Digest.Markup;

/// <summary>One line of a text.</summary>
/// <param name="Source">The whole text.</param>
/// <param name="Start">Where the line begins.</param>
/// <param name="End">Where its line end begins.</param>
/// <param name="Next">Where the next line begins.</param>
/// <param name="Number">From 1.</param>
internal readonly record struct TextLine(string Source, int Start, int End, int Next, int Number)
{
    public ReadOnlySpan<char> Text => Source.AsSpan(Start, End - Start);

    /// <summary>True if the line is this mark and nothing else, but for spaces after it and a BOM before it.</summary>
    public bool Is(string mark) => Text.TrimStart('\uFEFF').TrimEnd(LineCursor.Blank).SequenceEqual(mark);
}
