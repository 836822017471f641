using Digest.Markup;
using Digest.Model;

namespace Digest.Gather;

/// <summary>
/// What an outcome means for the ledger, for the memory of the source and for the report. Does no I/O.
/// </summary>
internal sealed record SourceVerdict(IReadOnlyList<GatheredItem> Items, SourceState State, SourceResult Result)
{
    private const string TooMuch =
        "there is too much to remember of it, so the next read begins where this one began; name fewer things";

    public static SourceVerdict Of(SourceRequest request, FetchOutcome outcome, DateTimeOffset now) => outcome switch
    {
        FetchOutcome.Fetched fetched => Fetched(request, fetched, now),
        FetchOutcome.Unchanged unchanged => Unchanged(request, unchanged, now),
        FetchOutcome.Failed failed => Failed(request, PlainLine.Of(failed.Reason), now),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}"),
    };

    private static SourceVerdict Fetched(SourceRequest request, FetchOutcome.Fetched fetched, DateTimeOffset now)
    {
        var due = fetched.Items.Where(item => !(item.Published > now)).ToArray();
        var heldBack = fetched.Items.Count - due.Length;

        // What is read twice is known to the ledger; what fills the database would stay in it.
        var isTooMuch = fetched.Memory?.Length > SourceState.LongestMemory;

        // With validators the next run would hear "not modified" and never see what is held back now.
        var state = Good(request.State, now) with
        {
            ETag = heldBack == 0 ? fetched.ETag : null,
            LastModified = heldBack == 0 ? fetched.LastModified : null,
            Memory = isTooMuch ? request.State.Memory : fetched.Memory ?? request.State.Memory,
            MovedTo = fetched.MovedTo,
        };
        var result = new SourceResult
        {
            SourceId = request.Source.Id,
            Read = fetched.Items.Count,
            HeldBack = heldBack,
            Warnings =
            [
                .. fetched.Warnings.Select(PlainLine.Of),
                .. isTooMuch ? [TooMuch] : Array.Empty<string>(),
                .. Moved(request.Source, state),
            ],
        };
        return new(due, state, result);
    }

    private static SourceVerdict Unchanged(
        SourceRequest request, FetchOutcome.Unchanged unchanged, DateTimeOffset now)
    {
        var state = Good(request.State, now) with { MovedTo = unchanged.MovedTo };
        var result = new SourceResult
        {
            SourceId = request.Source.Id,
            Unchanged = true,
            Warnings = [.. Moved(request.Source, state)],
        };
        return new([], state, result);
    }

    private static SourceVerdict Failed(SourceRequest request, string reason, DateTimeOffset now)
    {
        var state = Tried(request.State, now) with { LastError = reason, Failures = request.State.Failures + 1 };
        return new([], state, new SourceResult { SourceId = request.Source.Id, Error = reason });
    }

    private static SourceState Good(SourceState state, DateTimeOffset now) =>
        Tried(state, now) with { LastSuccess = now, LastError = null, Failures = 0 };

    private static SourceState Tried(SourceState state, DateTimeOffset now) =>
        state with { FirstTry = state.FirstTry ?? now, LastTry = now };

    /// <summary>Told each time until somebody changes the file.</summary>
    private static IEnumerable<string> Moved(SourceDefinition source, SourceState state) => state.MovedTo is { } place
        ? [PlainLine.Of($"{source.Url} moved for good to {place.AbsoluteUri}; change newsletter.yml")]
        : [];
}
