using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Digest.Markup;

/// <summary>Comments are for editors: readers see nothing of them. Other HTML is never parsed as such.</summary>
internal sealed class CommentHtml : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
    }
}
