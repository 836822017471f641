namespace Digest.Run;

/// <summary>How a run stands.</summary>
public enum RunState
{
    Running,

    /// <summary>Everything was done.</summary>
    Done,

    /// <summary>Something was left for later: a source failed, a letter was deferred.</summary>
    PartlyDone,

    Failed,
}
