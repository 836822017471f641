using Digest.Gather.Answers;

namespace Digest.Gather;

/// <summary>Which sources a gathering asks.</summary>
public sealed record SourceChoice
{
    /// <summary>Every source that does not rest and whose server does not ask to wait: what a run asks.</summary>
    public static SourceChoice Ready { get; } = new();

    /// <summary>Only what polling is due for.</summary>
    public static SourceChoice Due { get; } = new() { OnlyDue = true };

    /// <summary>Only sources on the web whose next try has come.</summary>
    public bool OnlyDue { get; init; }

    /// <summary>This source alone; null for all.</summary>
    public string? SourceId { get; init; }

    /// <summary>Asks even those that rest and those whose server asked to wait.</summary>
    public bool Force { get; init; }

    /// <summary>Answers every question from this gathering of the past; null asks the sources themselves.</summary>
    public KeptGather? Replay { get; init; }
}
