using System.Globalization;
using Digest.Model;

namespace Digest.Gather;

/// <summary>When a source is asked next, and why not now. Does no I/O.</summary>
/// <param name="Until">Null for at once.</param>
/// <param name="Why">One line, with the remedy where there is one. Holds untrusted text.</param>
public sealed record SourceOutlook(SourceStanding Standing, DateTimeOffset? Until, string Why)
{
    /// <summary>True if neither a run nor a poll asks it now.</summary>
    public bool IsClosed => Standing is SourceStanding.Waiting or SourceStanding.Resting;

    /// <param name="waits">What servers asked for, whomever.</param>
    /// <param name="time">The real time.</param>
    public static SourceOutlook Of(
        string newsletter, SourceDefinition source, SourceState state, HostWaits waits, DateTimeOffset time)
    {
        var next = state.NextTry > time ? state.NextTry : null;
        if (state.RestsSince is { } since && next is not null)
            return new(SourceStanding.Resting, next, Rest(since));
        if (waits.Find(WaitScope.Of(newsletter, source), source.Url, time) is { } wait)
            return new(SourceStanding.Waiting, wait.Until, wait.Reason);
        if (next is null)
            return new(SourceStanding.Due, null, state.LastError is null ? "due" : $"due; {Failed(state)}");

        return state.LastError is null
            ? new(SourceStanding.Fresh, next, "fresh")
            : new(SourceStanding.Failing, next, Failed(state));
    }

    private static string Failed(SourceState state) => state.Failures <= 1
        ? $"the last try failed: {state.LastError}"
        : string.Create(CultureInfo.InvariantCulture, $"{state.Failures} tries failed: {state.LastError}");

    private static string Rest(DateTimeOffset since) => string.Create(
        CultureInfo.InvariantCulture,
        $"rests since {since.UtcDateTime:yyyy-MM-dd}: HTTP 410, gone for good; remove it from newsletter.yml, or "
        + $"ask it with --force");
}
