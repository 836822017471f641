using System.Text;
using Digest.Model;

namespace Digest.Markup;

/// <summary>An item while its pieces are still coming.</summary>
/// <param name="isMarked">True below a comment, which says that all up to the next one belongs here.</param>
internal sealed class ItemDraft(string? itemId, bool isMarked)
{
    private readonly StringBuilder _source = new();
    private readonly StringBuilder _markdown = new();
    private readonly StringBuilder _rules = new();

    public string? ItemId { get; } = itemId;

    public bool IsMarked { get; } = isMarked;

    public void Add(Piece piece)
    {
        _source.Append(piece.Source);
        if (piece.Kind == PieceKind.Trace)
            _markdown.Append(PieceCutter.WithoutTrace(piece.Source));
        else if (piece.Kind == PieceKind.Aside)
            KeepRule(piece.Source);
        else
            _markdown.Append(_rules).Append(piece.Source);

        if (piece.Kind != PieceKind.Aside)
            _rules.Clear();
    }

    public IssueItem ToItem() => new()
    {
        Source = _source.ToString(),
        Markdown = WithoutBlankLines(_markdown.ToString()),
        ItemId = ItemId,
    };

    // A rule inside an item is its own; one at its end separates it from the next.
    private void KeepRule(string source)
    {
        if (source.AsSpan().TrimStart() is not ['<' or '{', ..] && _markdown.Length > 0)
            _rules.Append(source);
    }

    // The spaces before the first word stay: they make the difference between a list and code.
    private static string WithoutBlankLines(string text)
    {
        var trimmed = text.TrimEnd();
        var start = 0;
        for (var at = 0; at < trimmed.Length && char.IsWhiteSpace(trimmed[at]); at++)
        {
            if (trimmed[at] is '\n' or '\r')
                start = at + 1;
        }

        return trimmed[start..];
    }
}
