namespace Digest.Model;

/// <summary>One numbered edition of a newsletter, or a special issue without a number.</summary>
public sealed record Issue
{
    public required IssueRef Ref { get; init; }

    /// <summary>Null for a special issue.</summary>
    public int? Number { get; init; }

    /// <summary>A tag: URI (RFC 4151), made once, stored, and never derived again.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>First day covered, in the newsletter's zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day covered, in the newsletter's zone.</summary>
    public required DateOnly To { get; init; }

    /// <summary>End of the half-open window: items first seen before this moment may be in the issue.</summary>
    public required DateTimeOffset CutOff { get; init; }

    public IssueState State { get; init; } = IssueState.Draft;

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Approved { get; init; }

    public DateTimeOffset? Sent { get; init; }

    /// <summary>SHA-256 over everything frozen, in lower-case hex; null while a draft.</summary>
    public string? ContentHash { get; init; }

    /// <summary>True for an issue of an imported archive: shown and searched, never mailed.</summary>
    public bool Imported { get; init; }
}
