namespace Digest.Gather;

/// <summary>What is remembered of a source between runs.</summary>
public sealed record SourceState
{
    public const int LongestMemory = 4 * 1024 * 1024;

    public static SourceState Empty { get; } = new();

    /// <summary>The ETag of the last full answer, verbatim with its quotes.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the last full answer, verbatim.</summary>
    public string? LastModified { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastTry { get; init; }

    /// <summary>Why the last try failed; null if it did not. Untrusted text.</summary>
    public string? LastError { get; init; }

    /// <summary>
    /// What the connector itself keeps between reads, in a form of its own: a cursor, a snapshot. At most
    /// <see cref="LongestMemory"/> characters.
    /// </summary>
    public string? Memory { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }
}
