using Digest.Markup;

namespace Digest.Gather;

/// <summary>A title for what has none: micro-blogs, mails without a subject, entries of a page.</summary>
internal static class ItemTitle
{
    private const int Longest = 80;

    /// <summary>The first words of a text; empty if it has none.</summary>
    /// <param name="body">The text of the item, as Markdown.</param>
    public static string FromText(string body) =>
        CutText.At(PlainLine.Of(MarkdownRenderer.ToWords(body)), Longest);
}
