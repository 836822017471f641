using System.Text.RegularExpressions;

namespace Digest.Model;

/// <summary>What an item must show to belong to a section: any one of these is enough.</summary>
public sealed record SectionMatch
{
    /// <summary>Ids of sources.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Tags, compared without regard to case.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Hosts of the item's link; <c>example.org</c> also takes <c>wiki.example.org</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>A pattern looked for in the item's title, bounded in time.</summary>
    public Regex? Title { get; init; }
}
