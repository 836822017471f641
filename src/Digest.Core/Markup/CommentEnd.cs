using Markdig.Helpers;
using Markdig.Syntax;

namespace Digest.Markup;

/// <summary>
/// Finds where a comment ends. The last end of a text is remembered, so that a text of nothing but comment openings is
/// searched once and not once for each of them.
/// </summary>
internal static class CommentEnd
{
    private const string Open = "<!--";
    private const string Close = "-->";

    /// <summary>
    /// The index behind the comment that the slice begins with; -1 if it begins with none, or the text ends first.
    /// </summary>
    public static int Find(MarkdownDocument document, StringSlice slice, bool withinSlice)
    {
        if (!slice.AsSpan().StartsWith(Open))
            return -1;

        var from = slice.Start + Open.Length;
        if (LastIn(document, slice.Text) < from)
            return -1;

        var end = slice.Text.IndexOf(Close, from, StringComparison.Ordinal);
        return end < 0 || (withinSlice && end > slice.End) ? -1 : end + Close.Length;
    }

    private static int LastIn(MarkdownDocument document, string text)
    {
        if (document.GetData(typeof(CommentEnd)) is Known known && ReferenceEquals(known.Text, text))
            return known.Last;

        var last = text.LastIndexOf(Close, StringComparison.Ordinal);
        document.SetData(typeof(CommentEnd), new Known(text, last));
        return last;
    }

    private sealed record Known(string Text, int Last);
}
