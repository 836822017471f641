using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// Markdown that strangers wrote for another site, such as the notes of a release: read as forges do, HTML included,
/// then cleaned like any other HTML and written anew in this project's dialect. Headings become bold lines; comments
/// and check lists, which speak to the people of the forge, are left out.
/// </summary>
internal static class ForeignMarkdown
{
    // Nobody reads more of one item, and some constructs cost the parser their length squared.
    private const int LongestText = 100_000;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <param name="markdown">Untrusted.</param>
    /// <param name="page">What relative links are resolved against.</param>
    /// <returns>LF line ends, nothing around; empty for an empty text.</returns>
    public static string ToDialect(string? markdown, string? page)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return "";

        var text = WithoutTrailers(Cut(markdown.ReplaceLineEndings("\n")));
        var place = Uri.TryCreate(page, UriKind.Absolute, out var uri) ? uri : null;
        try
        {
            return HtmlToMarkdown.Convert(ToHtml(text), place).Trim();
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit.
            return MarkdownEscape.LineStart(MarkdownEscape.Text(text));
        }
    }

    private static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var task in document.Descendants<TaskList>().ToList())
            RemoveItemOf(task);

        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LineBreakInlineRenderer>(new LineBreakHtml());
        renderer.Render(document);
        return writer.ToString();
    }

    private static void RemoveItemOf(TaskList task)
    {
        Block? block = task.Parent is { } inline ? BlockOf(inline) : null;
        while (block is not null and not ListItemBlock)
            block = block.Parent;

        if (block?.Parent is not ListBlock list)
            return;

        list.Remove(block);
        if (list.Count == 0)
            list.Parent?.Remove(list);
    }

    private static LeafBlock? BlockOf(ContainerInline inline)
    {
        while (inline.Parent is { } parent)
            inline = parent;

        return inline.ParentBlock;
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestText)
            return text;

        var end = text.LastIndexOf('\n', LongestText - 1, LongestText / 2);
        return text[..(end > 0 ? end : LongestText - 1)];
    }

    // Trailers of commits hold addresses of people, and say nothing to a reader.
    private static string WithoutTrailers(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !CommitTrailer.IsPersonal(line)));

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UseTaskLists();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new BareAddressParser());
        return builder.Build();
    }
}
