using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// A hard break breaks; a soft one is a line end, or nothing between characters written without spaces.
/// </summary>
internal sealed class LineBreakHtml : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline obj)
    {
        if (obj.IsHard)
            renderer.WriteLine("<br>");
        else if (!SoftBreak.IsSilent(obj))
            renderer.WriteLine();
    }
}
