namespace Digest.Lint;

/// <summary>Something in an issue's file that an editor should look at.</summary>
public sealed record LintFinding
{
    /// <summary>The rule's id, stable for ever: <c>link-relative</c>.</summary>
    public required string Rule { get; init; }

    public required LintSeverity Severity { get; init; }

    /// <summary>From 1; 1 for what belongs to no line.</summary>
    public required int Line { get; init; }

    /// <summary>What is wrong, in one line. It may quote the file.</summary>
    public required string Message { get; init; }

    /// <summary>What to do, in one line.</summary>
    public required string Remedy { get; init; }
}
