using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Cuts a body at the first lines of its top-level blocks. The pieces, joined, are the body from the first piece on.
/// </summary>
internal static partial class PieceCutter
{
    public static List<Piece> Cut(string body, MarkdownDocument blocks)
    {
        var starts = new List<(int Start, Block Block)>();
        foreach (var block in blocks)
        {
            var start = LineStart(body, block.Span.Start);
            var isFurther = start >= 0 && start < body.Length && (starts.Count == 0 || start > starts[^1].Start);
            if (block is not LinkReferenceDefinitionGroup && isFurther)
                starts.Add((start, block));
        }

        var pieces = new List<Piece>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1].Start : body.Length;
            pieces.Add(ToPiece(starts[i].Block, starts[i].Start, body[starts[i].Start..end]));
        }

        return pieces;
    }

    /// <summary>The text behind a trace comment on its line; the whole source for any other piece.</summary>
    public static string WithoutTrace(string source) => Trace().Replace(source, "");

    private static int LineStart(string body, int at) =>
        at <= 0 || at > body.Length ? at : body.AsSpan(0, at).LastIndexOfAny('\r', '\n') + 1;

    private static Piece ToPiece(Block block, int start, string source)
    {
        var piece = new Piece { Kind = KindOf(block, source), Start = start, Source = source };
        return piece.Kind switch
        {
            PieceKind.Heading when block is HeadingBlock heading =>
                piece with { Level = heading.Level, Title = InlineText.Words(heading.Inline).Trim() },
            PieceKind.Trace => piece with { ItemId = IdOf(source) },
            _ => piece,
        };
    }

    /// <summary>Null for an item of the editor's own.</summary>
    private static string? IdOf(string source) =>
        Trace().Match(source).Groups["id"] is { Success: true, Value: var id } ? id : null;

    private static PieceKind KindOf(Block block, string source) => block switch
    {
        HeadingBlock => PieceKind.Heading,
        HtmlBlock or ParagraphBlock when Trace().IsMatch(source) => PieceKind.Trace,
        HtmlBlock or ThematicBreakBlock => PieceKind.Aside,
        ParagraphBlock when LiquidTag().IsMatch(source) => PieceKind.Aside,
        ParagraphBlock when PseudoList.IsItem(source) => PieceKind.Continuation,
        ParagraphBlock paragraph when !HasOnlyImages(paragraph) => PieceKind.Paragraph,
        _ => PieceKind.Continuation,
    };

    private static bool HasOnlyImages(ParagraphBlock paragraph)
    {
        var images = 0;
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (inline is LinkInline link && (link.IsImage || link.FirstChild is LinkInline { IsImage: true }))
                images++;
            else if (!IsBlank(inline))
                return false;
        }

        return images > 0;
    }

    private static bool IsBlank(Inline inline) =>
        inline is LineBreakInline || (inline is LiteralInline text && text.Content.IsEmptyOrWhitespace());

    // <!-- item:0b5jescky8qn … --> of a gathered item, or <!-- item --> above one that an editor wrote.
    [GeneratedRegex(
        @"^ {0,3}<!--\s{0,9}(?:item:(?<id>[0-9a-z]{12})(?=\s|--)[^\r\n]{0,2000}?|item\s{0,9})-->")]
    private static partial Regex Trace();

    // {% include JB/setup %}: an instruction to the site's generator.
    [GeneratedRegex(@"\A\s*(?:\{%[^%\r\n]{0,200}%\}\s*)+\z")]
    private static partial Regex LiquidTag();
}
