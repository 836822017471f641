using Digest.Markup;
using Digest.Model;

namespace Digest.Lint;

/// <summary>An item of the issue with its place.</summary>
/// <param name="Section">Section titles from the outside in; empty before the first heading.</param>
/// <param name="Line">The first line of its source.</param>
/// <param name="LastLine">The last line of its source.</param>
internal sealed record LintEntry(IssueItem Item, IReadOnlyList<string> Section, int Line, int LastLine)
{
    /// <summary>Its text without mark-up and addresses.</summary>
    public string Words { get; } = MarkdownRenderer.ToWords(Item.Markdown);

    /// <summary>The line on which its text begins, below the trace comment.</summary>
    public int TextLine
    {
        get
        {
            var at = Item.Markdown.Length == 0
                ? -1
                : Item.Source.IndexOf(Item.Markdown.Split('\n')[0], StringComparison.Ordinal);
            return at < 0 ? Line : Line + Item.Source.AsSpan(0, at).Count('\n');
        }
    }
}

/// <summary>A heading with its place.</summary>
/// <param name="Path">Titles from the outside in, its own last.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="IsEmpty">True if nothing stands below it.</param>
internal sealed record LintHeading(IReadOnlyList<string> Path, int Level, int Line, bool IsEmpty)
{
    public string Title => Path[^1];
}
