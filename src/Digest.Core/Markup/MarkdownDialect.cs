using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Markup;

/// <summary>
/// The Markdown this project reads: CommonMark with pipe tables, strike-through and bare addresses, emphasis that
/// works in Chinese and Japanese, comments that vanish, and any other HTML as plain text.
/// </summary>
internal static class MarkdownDialect
{
    // The longest real issue has ten thousand characters. Some constructs cost the parser their length squared, so what
    // is longer than this is shown as it stands.
    public const int LongestText = 300_000;

    public static MarkdownPipeline Pipeline { get; } = BuildPipeline();

    /// <summary>Never throws: a text that is too long or nested too deeply is one paragraph of plain text.</summary>
    public static MarkdownDocument Parse(string markdown)
    {
        if (markdown.Length > LongestText)
            return PlainText(markdown);

        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's only answer to nesting beyond its limit (128), which keeps the stack from overflowing.
            return PlainText(markdown);
        }
    }

    /// <summary>Parses one item with the reference definitions of its file.</summary>
    public static MarkdownDocument Parse(string markdown, string linkDefinitions) =>
        Parse(linkDefinitions.Length == 0 ? markdown : $"{markdown}\n\n{linkDefinitions}");

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .DisableHtml();
        builder.Extensions.AddIfNotAlready(new DialectExtension());
        return builder.Build();
    }

    private static MarkdownDocument PlainText(string text)
    {
        var inlines = new ContainerInline();
        inlines.AppendChild(new LiteralInline(text));
        var span = new SourceSpan(0, text.Length - 1);
        return new MarkdownDocument { new ParagraphBlock { Inline = inlines, Span = span } };
    }
}
