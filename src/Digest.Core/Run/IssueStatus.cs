using Digest.Model;

namespace Digest.Run;

/// <summary>How an issue stands.</summary>
public sealed record IssueStatus
{
    public required Issue Issue { get; init; }

    /// <summary>The absolute path of its Markdown file.</summary>
    public required string Path { get; init; }

    /// <summary>The absolute path of its page; null if it is not published.</summary>
    public string? Page { get; init; }

    public required IReadOnlyList<SectionCount> Sections { get; init; }

    public required LetterCounts Letters { get; init; }
}
