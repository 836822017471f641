using Markdig.Parsers;
using Markdig.Syntax;

namespace Digest.Markup;

/// <summary>
/// Comments on lines of their own. They are read although other HTML is not, because they carry an item's trace and
/// notes among editors. A comment that never ends is text: else a forgotten mark would silently hide the rest of an
/// issue.
/// </summary>
internal sealed class CommentBlockParser : BlockParser
{
    public CommentBlockParser() => OpeningCharacters = ['<'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
            return BlockState.None;

        var end = CommentEnd.Find(processor.Document, processor.Line, withinSlice: false);
        var endsHere = end <= processor.Line.End + 1;
        if (end < 0 || (endsHere && !IsBlank(processor, end)))
            return BlockState.None;

        processor.NewBlocks.Push(new HtmlBlock(this)
        {
            Type = HtmlBlockType.Comment,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return endsHere ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        block.UpdateSpanEnd(processor.Line.End);
        var endsHere = processor.Line.AsSpan().Contains("-->", StringComparison.Ordinal);
        return endsHere ? BlockState.Break : BlockState.Continue;
    }

    private static bool IsBlank(BlockProcessor processor, int from) =>
        processor.Line.Text.AsSpan(from, processor.Line.End + 1 - from).IsWhiteSpace();
}
