using Digest.Markup;
using Digest.Model;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Lint;

/// <summary>An issue's file taken apart with the line of every part. Lines begin at 1.</summary>
internal sealed record LintReading
{
    public required IssueDocument Document { get; init; }

    /// <summary>The whole file.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>The first line behind the front matter.</summary>
    public required int BodyLine { get; init; }

    public required IReadOnlyList<LintEntry> Entries { get; init; }

    public required IReadOnlyList<LintHeading> Headings { get; init; }

    public required IReadOnlyList<LintLink> Links { get; init; }

    /// <summary>What people read as words: no code, no comment, no address that is a link.</summary>
    public required IReadOnlyList<LintProse> Prose { get; init; }

    /// <summary>Lines of code fences that are never closed.</summary>
    public required IReadOnlyList<int> OpenFences { get; init; }

    public static LintReading Of(string file)
    {
        var text = file.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var document = IssueMarkdown.Parse(text);
        var start = FrontMatterReader.Read(text).BodyStart;
        var bodyLine = 1 + text.AsSpan(0, start).Count('\n');
        var body = MarkdownDialect.Parse(text[start..]);
        var outline = new LintOutline(document);
        return new LintReading
        {
            Document = document,
            Lines = text.Split('\n'),
            BodyLine = bodyLine,
            Entries = outline.Entries,
            Headings = outline.Headings,
            Links = [.. body.Descendants<Inline>().Select(inline => LintLink.Of(inline, bodyLine)).OfType<LintLink>()],
            Prose = LintProse.Of(body, bodyLine),
            OpenFences =
            [
                .. body.Descendants<FencedCodeBlock>()
                    .Where(fence => fence.ClosingFencedCharCount == 0)
                    .Select(fence => fence.Line + bodyLine),
            ],
        };
    }

    /// <summary>The entry that a line belongs to; null between them.</summary>
    public LintEntry? EntryAt(int line) =>
        Entries.FirstOrDefault(entry => entry.Line <= line && line <= entry.LastLine);

    /// <summary>Lines of the body outside code, each with its number.</summary>
    public IEnumerable<(int Line, string Text)> BodyLines()
    {
        var fences = new CodeFences();
        for (var at = BodyLine - 1; at < Lines.Count; at++)
        {
            if (!fences.IsCode(Lines[at]))
                yield return (at + 1, Lines[at]);
        }
    }

    /// <summary>The line of a key of the front matter; 1 if it is not there.</summary>
    public int LineOf(string key) => 1 + Math.Max(0, Lines
        .Take(BodyLine)
        .ToList()
        .FindIndex(line => line.TrimStart(' ', '\t', '"', '\'').StartsWith(key, StringComparison.OrdinalIgnoreCase)));
}
