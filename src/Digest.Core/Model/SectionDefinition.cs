namespace Digest.Model;

/// <summary>A part of every issue, and the rule that sends items into it.</summary>
public sealed record SectionDefinition
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Null for a section that only holds others, or that an editor fills by hand.</summary>
    public SectionMatch? Match { get; init; }

    /// <summary>The most items that drafting puts directly into it; null for no limit.</summary>
    public int? Most { get; init; }

    public IReadOnlyList<SectionDefinition> Sections { get; init; } = [];
}
