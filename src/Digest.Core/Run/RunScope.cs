namespace Digest.Run;

/// <summary>Which stages a run goes through, both ends included.</summary>
public sealed record RunScope(RunStage First, RunStage Last)
{
    public static RunScope Whole { get; } = new(RunStage.Gather, RunStage.Deliver);

    public static RunScope Only(RunStage stage) => new(stage, stage);

    public bool Holds(RunStage stage) => stage >= First && stage <= Last;
}
