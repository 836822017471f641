namespace Digest.Model;

/// <summary>One gathered thing in the first-seen ledger.</summary>
public sealed record Item
{
    /// <summary>
    /// Short and stable: made of newsletter, source and external id; stands in the draft's trace comments.
    /// </summary>
    public required string Id { get; init; }

    public required string Newsletter { get; init; }

    public required string SourceId { get; init; }

    /// <summary>When this ledger first saw it; set once and never moved.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    public required GatheredItem Content { get; init; }
}
