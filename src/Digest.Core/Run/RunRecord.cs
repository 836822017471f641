namespace Digest.Run;

/// <summary>One run asked for over HTTP.</summary>
public sealed record RunRecord
{
    public required string Id { get; init; }

    public required string Newsletter { get; init; }

    public required RunState State { get; init; }

    /// <summary>The moment the caller wants it to take for now; null for the moment it begins.</summary>
    public DateTimeOffset? At { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Finished { get; init; }

    /// <summary>The report as the command line's <c>--json</c> gives it; null until finished.</summary>
    public string? ReportJson { get; init; }

    /// <summary>True if this call recorded the run, false if the key was known.</summary>
    public bool IsNew { get; init; }
}
