using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// A line end inside a paragraph stands for a space, but Chinese and Japanese have none between words: a browser would
/// show the space in the middle of a sentence.
/// </summary>
internal static class SoftBreak
{
    public static bool IsSilent(LineBreakInline lineBreak) =>
        Script.IsWideBefore(LastText(lineBreak.PreviousSibling)) && FirstText(lineBreak.NextSibling) is [var first, ..]
        && Script.IsWide(first);

    public static ReadOnlySpan<char> LastText(Inline? inline)
    {
        while (inline is ContainerInline container)
            inline = container.LastChild;

        return TextOf(inline).TrimEnd(' ');
    }

    public static ReadOnlySpan<char> FirstText(Inline? inline)
    {
        while (inline is ContainerInline container)
            inline = container.FirstChild;

        return TextOf(inline);
    }

    private static ReadOnlySpan<char> TextOf(Inline? inline) => inline switch
    {
        LiteralInline literal => literal.Content.AsSpan(),
        CodeInline code => code.Content,
        AutolinkInline address => address.Url,
        HtmlEntityInline entity => entity.Transcoded.AsSpan(),
        _ => [],
    };
}
