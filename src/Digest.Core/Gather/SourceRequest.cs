using Digest.Model;

namespace Digest.Gather;

/// <summary>What a connector needs to read a source.</summary>
public sealed record SourceRequest(Newsletter Newsletter, SourceDefinition Source, SourceState State)
{
    /// <summary>The moment of the run.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>
    /// Things that changed before this moment need not be told: the last success with an overlap, or, for a source that
    /// was never read, the first window, which ends at the first run that tried. A connector may know better from its
    /// memory.
    /// </summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Where answers are kept; what reads a file or runs a program asks through its
    /// <see cref="SourceReading.Answers"/>.</summary>
    public SourceReading Reading { get; init; } = new();
}
