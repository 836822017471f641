using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>Gives the images of a text the whole address that a browser would ask for on the text's own page.</summary>
internal static class RelativeImages
{
    /// <param name="page">Where the text is published; without it, relative images stay as they are.</param>
    public static MarkdownDocument Resolve(MarkdownDocument document, Uri? page)
    {
        if (page is null)
            return document;

        foreach (var image in document.Descendants<LinkInline>().Where(link => link.IsImage))
            image.Url = AddressRule.Image(image.Url, page) ?? image.Url;

        return document;
    }
}
