namespace Digest.Model;

/// <summary>What happens to a scheduled run whose moment passed while no worker was up.</summary>
public enum MissedRun
{
    /// <summary>It runs once as soon as a worker is up, however many moments passed.</summary>
    RunOnce,

    /// <summary>It is left out; the next scheduled moment gathers what it would have held.</summary>
    Skip,
}
