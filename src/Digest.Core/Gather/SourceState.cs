namespace Digest.Gather;

/// <summary>
/// What is remembered of a source between runs. The first, the last and the last good try are moments of runs, which
/// <c>--at</c> may set; everything that says when to ask again is the real clock's.
/// </summary>
public sealed record SourceState
{
    public const int LongestMemory = 4 * 1024 * 1024;

    public static SourceState Empty { get; } = new();

    /// <summary>The url of <c>newsletter.yml</c> that the rest was learned from; null for none.</summary>
    public string? Address { get; init; }

    /// <summary>The ETag of the last full answer, verbatim with its quotes.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified of the last full answer, verbatim.</summary>
    public string? LastModified { get; init; }

    /// <summary>The first run that tried: the first window is before it, however long the first outage.</summary>
    public DateTimeOffset? FirstTry { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastTry { get; init; }

    /// <summary>The moment of the last read that brought an item the ledger did not know. The store sets it.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>Why the last try failed; null if it did not. Untrusted text.</summary>
    public string? LastError { get; init; }

    /// <summary>
    /// What the connector itself keeps between reads, in a form of its own: a cursor, a snapshot. At most
    /// <see cref="LongestMemory"/> characters.
    /// </summary>
    public string? Memory { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>When polling asks it next; null for at once.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Since when its server says that it is gone for good (HTTP 410); null if it does not.</summary>
    public DateTimeOffset? RestsSince { get; init; }

    /// <summary>Where it moved for good (HTTP 301, 308); asked there until <c>newsletter.yml</c> is changed.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>
    /// The same for a source whose address is now this one: what another address said holds for it no more.
    /// </summary>
    public SourceState At(Uri? url)
    {
        var address = url?.AbsoluteUri;
        if (Address == address)
            return this;

        // Databases of earlier versions did not say whose validators they kept.
        return Address is null
            ? this with { Address = address }
            : this with
            {
                Address = address,
                ETag = null,
                LastModified = null,
                NextTry = null,
                RestsSince = null,
                MovedTo = null,
            };
    }
}
