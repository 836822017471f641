using System.Text;
using Digest.Model;
using Markdig.Syntax;

namespace Digest.Markup;

/// <summary>
/// Reads and writes issues in Markdown. Reading then writing gives the same text, whatever the text is: the file is cut
/// into pieces at its top-level blocks, and every piece belongs to exactly one part of the document.
/// </summary>
public static class IssueMarkdown
{
    public static IssueDocument Parse(string text)
    {
        var head = FrontMatterReader.Read(text);
        var body = text[head.BodyStart..];
        var blocks = MarkdownDialect.Parse(body);
        var pieces = PieceCutter.Cut(body, blocks);
        var before = pieces.Count == 0 ? body : body[..pieces[0].Start];

        var outline = new Outline(text[..head.BodyStart] + before);
        foreach (var piece in pieces)
            outline.Add(piece);

        return outline.ToDocument() with
        {
            FrontMatter = head.FrontMatter,
            LinkDefinitions = string.Concat(blocks.Descendants<LinkReferenceDefinition>().Select(Definition)),
        };
    }

    /// <summary>Joins every <c>Source</c> in order.</summary>
    public static string Write(IssueDocument document)
    {
        var output = new StringBuilder(document.HeadSource);
        foreach (var item in document.Intro)
            output.Append(item.Source);

        Write(document.Sections, output);
        return output.ToString();
    }

    private static void Write(IReadOnlyList<IssueSection> sections, StringBuilder output)
    {
        foreach (var section in sections)
        {
            output.Append(section.HeadingSource);
            foreach (var item in section.Items)
                output.Append(item.Source);

            Write(section.Sections, output);
        }
    }

    // Written anew, since a definition may stand inside a quote or run over several lines.
    private static string Definition(LinkReferenceDefinition definition) =>
        string.IsNullOrWhiteSpace(definition.Label) || string.IsNullOrEmpty(definition.Url)
            ? ""
            : $"[{OneLine(definition.Label)}]: {MarkdownEscape.Address(OneLine(definition.Url))}{Title(definition)}\n";

    private static string Title(LinkReferenceDefinition definition) =>
        string.IsNullOrWhiteSpace(definition.Title)
            ? ""
            : $" \"{OneLine(definition.Title).Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
