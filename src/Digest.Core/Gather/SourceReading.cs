using Digest.Gather.Answers;
using Digest.Model;

namespace Digest.Gather;

/// <summary>
/// One read of one source as it goes on: where its raw answers are kept or come from, and what servers asked of it.
/// </summary>
public sealed class SourceReading
{
    private int _sent;

    /// <summary>
    /// Keeps what comes from outside, or gives what was kept. Connectors read files and programs through it.
    /// </summary>
    public RawAnswers Answers { get; init; } = RawAnswers.None;

    /// <summary>The source's own scope of waits; null for the host that answers.</summary>
    internal string? Scope { get; init; }

    /// <summary>The wait that a server asked for, the longest if several did.</summary>
    internal HostWait? Told { get; private set; }

    /// <summary>The wait that kept this read from sending anything at all; null if it sent something.</summary>
    internal HostWait? Postponed => Volatile.Read(ref _sent) == 0 ? Refused : null;

    /// <summary>True if a server asked to wait, this time or before.</summary>
    internal bool IsAskedToWait => (Told ?? Refused) is not null;

    private HostWait? Refused { get; set; }

    internal static SourceReading Of(string newsletter, SourceDefinition source, RawAnswers answers) =>
        new() { Answers = answers, Scope = WaitScope.Of(newsletter, source) };

    internal void CountSent() => Interlocked.Increment(ref _sent);

    internal void Refuse(HostWait wait) => Refused = wait;

    internal void Tell(HostWait wait) => Told = Told?.Until > wait.Until ? Told : wait;
}
