using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Writes <c>&lt;https://…&gt;</c> and <c>&lt;me@example.org&gt;</c> with the address exactly as written.
/// </summary>
internal sealed class AutolinkHtml : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        var address = AddressRule.Link(obj.IsEmail ? $"mailto:{obj.Url}" : obj.Url, null);
        if (address is null || !renderer.EnableHtmlForInline)
            renderer.WriteEscape(obj.Url);
        else
            renderer.Write("<a href=\"").WriteEscape(address).Write("\">").WriteEscape(obj.Url).Write("</a>");
    }
}
