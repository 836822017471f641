using Markdig.Helpers;
using Markdig.Parsers;

namespace Digest.Markup;

/// <summary>Drops a comment inside a line of text.</summary>
internal sealed class CommentInlineParser : InlineParser
{
    public CommentInlineParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var end = CommentEnd.Find(processor.Document, slice, withinSlice: true);
        if (end < 0)
            return false;

        slice.Start = end;
        return true;
    }
}
