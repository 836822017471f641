using Digest.Gather;

namespace Digest.Run;

/// <summary>Which stages a run goes through, both ends included.</summary>
public sealed record RunScope(RunStage First, RunStage Last)
{
    /// <summary>Which sources the first stage asks.</summary>
    public SourceChoice Sources { get; init; } = SourceChoice.Ready;

    /// <summary>Ids of waiting items that drafting takes whatever the limit of their section.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    public static RunScope Whole { get; } = new(RunStage.Gather, RunStage.Deliver);

    public static RunScope Only(RunStage stage) => new(stage, stage);

    public bool Holds(RunStage stage) => stage >= First && stage <= Last;
}
