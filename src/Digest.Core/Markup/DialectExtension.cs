using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>Puts this project's parsers and renderers in front of those of Markdig.</summary>
internal sealed class DialectExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new CommentBlockParser());
        pipeline.InlineParsers.Insert(0, new CommentInlineParser());
        pipeline.InlineParsers.Replace<LinkInlineParser>(new ForgivingLinkParser());
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new BareAddressParser());
        pipeline.DocumentProcessed += FlattenLinksInLinks;
        pipeline.DocumentProcessed += PseudoList.BreakLines;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html)
            return;

        html.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new CommentHtml());
        html.ObjectRenderers.ReplaceOrAdd<LineBreakInlineRenderer>(new LineBreakHtml());
        html.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkHtml());
        html.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AutolinkHtml());
    }

    // "[https://a](https://b)" is one link, to b: the address inside is its text.
    private static void FlattenLinksInLinks(MarkdownDocument document)
    {
        foreach (var inner in document.Descendants<LinkInline>().Where(IsInsideLink).ToList())
        {
            if (inner.IsAutoLink)
                inner.ReplaceBy(new LiteralInline(inner.Url ?? ""), copyChildren: false);
        }
    }

    private static bool IsInsideLink(LinkInline link)
    {
        var parent = link.Parent;
        while (parent is not null and not LinkInline)
            parent = parent.Parent;

        return parent is LinkInline;
    }
}
