using Digest.Gather;
using Digest.Model;

namespace Digest.Run;

/// <summary>What a run tells while it goes on.</summary>
public abstract record RunEvent
{
    private RunEvent() { }

    /// <summary>A stage begins.</summary>
    public sealed record StageStarted(RunStage Stage) : RunEvent;

    /// <summary>A source was read or could not be.</summary>
    public sealed record SourceRead(SourceResult Result) : RunEvent;

    /// <summary>Letters moved.</summary>
    public sealed record LettersMoved(LetterCounts Counts) : RunEvent;
}

/// <summary>The stages of a run in their order.</summary>
public enum RunStage
{
    Gather,
    Draft,
    Approve,
    Publish,
    Deliver,
}
