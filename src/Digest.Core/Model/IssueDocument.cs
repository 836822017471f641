namespace Digest.Model;

/// <summary>
/// An issue's Markdown file taken apart without losing a character: the <c>Source</c> texts of head, intro, headings,
/// items and tail, joined in order, are the file again.
/// </summary>
public sealed record IssueDocument
{
    /// <summary>Front matter and whatever stands before it, exactly as in the file; may be empty.</summary>
    public required string HeadSource { get; init; }

    public required FrontMatter FrontMatter { get; init; }

    /// <summary>What stands before the first heading.</summary>
    public IReadOnlyList<IssueItem> Intro { get; init; } = [];

    public IReadOnlyList<IssueSection> Sections { get; init; } = [];

    /// <summary>
    /// Reference definitions (<c>[1]: https://…</c>) of the whole file, for rendering items one by one.
    /// </summary>
    public string LinkDefinitions { get; init; } = "";
}

/// <summary>A heading with what stands below it.</summary>
public sealed record IssueSection
{
    /// <summary>The heading's text without Markdown.</summary>
    public required string Title { get; init; }

    /// <summary>1 to 6.</summary>
    public required int Level { get; init; }

    /// <summary>The heading line and the blank lines after it, exactly as in the file.</summary>
    public required string HeadingSource { get; init; }

    public IReadOnlyList<IssueItem> Items { get; init; } = [];

    public IReadOnlyList<IssueSection> Sections { get; init; } = [];
}

/// <summary>An editor's short piece of text with its links.</summary>
public sealed record IssueItem
{
    /// <summary>Exactly as in the file: trace comment, text and the blank lines after it.</summary>
    public required string Source { get; init; }

    /// <summary>The text alone: no trace comment, no blank lines around.</summary>
    public required string Markdown { get; init; }

    /// <summary>From the trace comment; null for an item a person wrote.</summary>
    public string? ItemId { get; init; }
}
