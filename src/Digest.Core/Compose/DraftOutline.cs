using Digest.Model;

namespace Digest.Compose;

/// <summary>Where the sections of a draft begin and end, in characters of its text.</summary>
internal sealed record DraftOutline
{
    public required string Title { get; init; }

    /// <summary>0 for the whole file, else the heading's level.</summary>
    public required int Level { get; init; }

    /// <summary>Where the heading begins.</summary>
    public required int Start { get; init; }

    /// <summary>Behind the section's own items, before its first inner section.</summary>
    public required int ItemsEnd { get; init; }

    /// <summary>Behind everything below the heading.</summary>
    public required int End { get; init; }

    public required IReadOnlyList<DraftOutline> Sections { get; init; }

    public static DraftOutline Of(IssueDocument document)
    {
        var at = document.HeadSource.Length + document.Intro.Sum(item => item.Source.Length);
        var top = new DraftOutline { Title = "", Level = 0, Start = 0, ItemsEnd = at, End = at, Sections = [] };
        return top.WithSections(document.Sections);
    }

    private static DraftOutline Of(IssueSection section, int start)
    {
        var at = start + section.HeadingSource.Length + section.Items.Sum(item => item.Source.Length);
        var outline = new DraftOutline
        {
            Title = section.Title.Trim(),
            Level = section.Level,
            Start = start,
            ItemsEnd = at,
            End = at,
            Sections = [],
        };
        return outline.WithSections(section.Sections);
    }

    private DraftOutline WithSections(IReadOnlyList<IssueSection> sections)
    {
        var inner = new List<DraftOutline>();
        foreach (var section in sections)
            inner.Add(Of(section, inner.Count == 0 ? ItemsEnd : inner[^1].End));

        return this with { Sections = inner, End = inner.Count == 0 ? ItemsEnd : inner[^1].End };
    }
}
