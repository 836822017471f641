using Digest.Templating;

namespace Digest.Render;

/// <summary>An issue read for rendering: flat, in reading order, every item cleaned.</summary>
internal sealed record IssueContent
{
    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>What stands before the first heading.</summary>
    public required IReadOnlyList<ContentItem> Intro { get; init; }

    /// <summary>Sections and what is below them, one after the other.</summary>
    public required IReadOnlyList<ContentSection> Sections { get; init; }

    /// <summary>The items that are stories: all, but an editor's preface is none if sections follow it.</summary>
    public IReadOnlyList<ContentItem> Stories =>
    [
        .. Intro.Where(item => Sections.Count == 0 || item.Id is not null),
        .. Sections.SelectMany(section => section.Items),
    ];

    /// <summary>The ids of the draft's trace comments, each once.</summary>
    public IEnumerable<string> ItemIds =>
        Intro.Concat(Sections.SelectMany(section => section.Items)).Select(item => item.Id).OfType<string>().Distinct();
}

/// <summary>A heading and the items right below it.</summary>
internal sealed record ContentSection
{
    public required string Title { get; init; }

    public required string Anchor { get; init; }

    /// <summary>0 for a section of the issue, 1 for one below it. Levels in the file may jump, these do not.</summary>
    public required int Depth { get; init; }

    public required IReadOnlyList<ContentItem> Items { get; init; }
}

/// <summary>One item.</summary>
internal sealed record ContentItem
{
    /// <summary>From the trace comment; null for an item a person wrote.</summary>
    public string? Id { get; init; }

    /// <summary>The item's id or its place in the issue: what its anchor and its feed id end with.</summary>
    public required string Key { get; init; }

    public string Anchor => $"item-{Key}";

    public required string Title { get; init; }

    public required string Words { get; init; }

    public required string Markdown { get; init; }

    public required CleanHtml Html { get; init; }

    public string? Url { get; init; }

    public required string Language { get; init; }

    /// <summary>Titles from the outside in.</summary>
    public required IReadOnlyList<string> Section { get; init; }
}
