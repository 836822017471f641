using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Links and images with the address exactly as written (Markdig would encode it anew). One that leads nowhere a reader
/// of a mail could go (empty, relative, an unsafe scheme) leaves its text.
/// </summary>
internal sealed class LinkHtml : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        if (obj.IsImage)
            WriteImage(renderer, obj);
        else if (AddressRule.Link(obj.Url, null) is { } address)
            WriteLink(renderer, obj, address);
        else
            renderer.WriteChildren(obj);
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, string address)
    {
        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write("<a href=\"").WriteEscape(address).Write("\"");
        WriteTitle(renderer, link);
        renderer.Write(">");
        if (IsVisible(link))
            renderer.WriteChildren(link);
        else
            renderer.WriteEscape(address);

        renderer.Write("</a>");
    }

    // A link without words or picture could not be seen or followed.
    private static bool IsVisible(LinkInline link) =>
        link.Descendants<LinkInline>().Any(inner => inner.IsImage)
        || !string.IsNullOrWhiteSpace(InlineText.Words(link));

    private static void WriteImage(HtmlRenderer renderer, LinkInline image)
    {
        var alt = InlineText.Words(image);
        if (!renderer.EnableHtmlForInline || AddressRule.Image(image.Url, null) is not { } address)
        {
            renderer.WriteEscape(alt);
            return;
        }

        renderer.Write("<img src=\"").WriteEscape(address).Write("\" alt=\"").WriteEscape(alt).Write("\"");
        WriteTitle(renderer, image);
        renderer.Write(">");
    }

    private static void WriteTitle(HtmlRenderer renderer, LinkInline link)
    {
        if (!string.IsNullOrWhiteSpace(link.Title) && link.Title != link.Url)
            renderer.Write(" title=\"").WriteEscape(link.Title).Write("\"");
    }
}
