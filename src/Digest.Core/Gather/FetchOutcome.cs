using Digest.Model;

namespace Digest.Gather;

/// <summary>What reading a source came to.</summary>
public abstract record FetchOutcome
{
    private FetchOutcome() { }

    /// <summary>The source was read.</summary>
    /// <param name="Items">In the source's order; external ids are unique within the list.</param>
    /// <param name="Warnings">What was read round, each naming the place: never fatal.</param>
    public sealed record Fetched(IReadOnlyList<GatheredItem> Items, IReadOnlyList<string> Warnings) : FetchOutcome
    {
        /// <summary>Validators for the next conditional request, verbatim.</summary>
        public string? ETag { get; init; }

        /// <inheritdoc cref="ETag"/>
        public string? LastModified { get; init; }

        /// <summary>
        /// The connector's own memory from now on, saved with the items; null leaves the one that is there.
        /// </summary>
        public string? Memory { get; init; }

        /// <summary>How long the source says it will not change; null if it says nothing. Polling honours it.</summary>
        public TimeSpan? FreshFor { get; init; }

        /// <summary>
        /// Where the source is to be asked from now on, after redirects that all were for good; null for its url.
        /// </summary>
        public Uri? MovedTo { get; init; }
    }

    /// <summary>The source says that nothing changed since the last read (HTTP 304).</summary>
    public sealed record Unchanged : FetchOutcome
    {
        /// <inheritdoc cref="Fetched.FreshFor"/>
        public TimeSpan? FreshFor { get; init; }

        /// <inheritdoc cref="Fetched.MovedTo"/>
        public Uri? MovedTo { get; init; }
    }

    /// <summary>The source could not be read; the next run tries again.</summary>
    /// <param name="Reason">One line: what, where and what to do.</param>
    public sealed record Failed(string Reason) : FetchOutcome
    {
        /// <summary>True if its server says that it is gone for good (HTTP 410): it rests.</summary>
        public bool IsGone { get; init; }
    }
}
