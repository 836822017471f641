using System.Text;
using Digest.Model;

namespace Digest.Markup;

/// <summary>Builds an issue's sections and items from its pieces, in the order of the file.</summary>
internal sealed class Outline(string headSource)
{
    // The first part stands before the first heading; its source is the head of the file.
    private readonly List<Part> _parts = [new Part(headSource, "", 0)];

    public void Add(Piece piece)
    {
        if (piece.Kind == PieceKind.Heading)
            _parts.Add(new Part(piece.Source, piece.Title, piece.Level));
        else
            _parts[^1].Add(piece);
    }

    public IssueDocument ToDocument()
    {
        var next = 1;
        return new IssueDocument
        {
            HeadSource = _parts[0].Source,
            FrontMatter = FrontMatter.Empty,
            Intro = _parts[0].Items,
            Sections = SectionsBelow(0, ref next),
        };
    }

    private List<IssueSection> SectionsBelow(int level, ref int next)
    {
        var sections = new List<IssueSection>();
        while (next < _parts.Count && _parts[next].Level > level)
        {
            var part = _parts[next++];
            sections.Add(new IssueSection
            {
                Title = part.Title,
                Level = part.Level,
                HeadingSource = part.Source,
                Items = part.Items,
                Sections = SectionsBelow(part.Level, ref next),
            });
        }

        return sections;
    }

    /// <summary>A heading and the items directly below it.</summary>
    private sealed class Part(string source, string title, int level)
    {
        private readonly StringBuilder _source = new(source);
        private readonly List<ItemDraft> _items = [];

        public string Source => _source.ToString();

        public string Title { get; } = title;

        public int Level { get; } = level;

        public List<IssueItem> Items => [.. _items.Select(item => item.ToItem())];

        public void Add(Piece piece)
        {
            var last = _items.Count > 0 ? _items[^1] : null;
            var begins = piece.Kind == PieceKind.Trace
                || (piece.Kind == PieceKind.Paragraph && last is not { IsMarked: true })
                || (piece.Kind == PieceKind.Continuation && last is null);

            if (begins)
                _items.Add(last = new ItemDraft(piece.ItemId, piece.Kind == PieceKind.Trace));

            // A note above the first item has no item to belong to.
            if (last is null)
                _source.Append(piece.Source);
            else
                last.Add(piece);
        }
    }
}
