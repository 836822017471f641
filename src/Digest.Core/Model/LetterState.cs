namespace Digest.Model;

/// <summary>Pending → Transmitting → Accepted, Deferred, Failed or Uncertain; Suppressed from the start.</summary>
public enum LetterState
{
    /// <summary>Not tried yet.</summary>
    Pending,

    /// <summary>Handed to a transport; the answer is not recorded yet.</summary>
    Transmitting,

    /// <summary>The transport took responsibility for it. Final.</summary>
    Accepted,

    /// <summary>To be tried again at its next try.</summary>
    Deferred,

    /// <summary>Refused for good. Final.</summary>
    Failed,

    /// <summary>Found in transmission after a crash, and held for the editor.</summary>
    Uncertain,

    /// <summary>Not to be mailed: suppressed, or unsubscribed after the issue was opened. Final.</summary>
    Suppressed,
}
