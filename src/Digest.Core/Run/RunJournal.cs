using Digest.Deliver;
using Digest.Model;

namespace Digest.Run;

/// <summary>What a run has done so far; it outlives the stage that fails.</summary>
internal sealed class RunJournal(Newsletter newsletter, DateTimeOffset at, RunScope scope, IProgress<RunEvent> progress)
{
    public RunScope Scope { get; } = scope;

    public IProgress<RunEvent> Progress { get; } = progress;

    public RunReport Report { get; set; } = new()
    {
        Newsletter = newsletter.Slug,
        Now = at,
        State = RunState.Running,
    };

    /// <summary>True, and told to whoever watches, if the stage is to be done.</summary>
    public bool Begin(RunStage stage)
    {
        if (!Scope.Holds(stage))
            return false;

        Progress.Report(new RunEvent.StageStarted(stage));
        return true;
    }

    public RunReport Failed(string error) => Report with { Error = error, State = RunState.Failed };

    public RunReport Finished() => Report with { State = IsWhole() ? RunState.Done : RunState.PartlyDone };

    private bool IsWhole() => Report.Gather is not { AllRead: false }
        && Report.Lint is not { Errors.Count: > 0 }
        && IsWhole(Report.Delivery)
        && Report.Earlier.All(earlier => IsWhole(earlier.Delivery));

    private static bool IsWhole(DeliveryReport? delivery) => delivery is null or { Halted: null, Counts.IsFinal: true };
}
