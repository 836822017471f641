using Digest.Run;

namespace Digest.Output;

/// <summary>The stages as people read them.</summary>
public static class StageWords
{
    public static string Of(RunStage stage) => stage switch
    {
        RunStage.Gather => "gathering",
        RunStage.Draft => "drafting",
        RunStage.Approve => "approving",
        RunStage.Publish => "publishing",
        RunStage.Deliver => "delivering",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "not a stage of a run"),
    };
}
