namespace Digest.Feeds;

/// <summary>
/// The place of a document in a feed that is written as several: the current one, which people subscribe to, and
/// archives that never change again (RFC 5005 §4).
/// </summary>
public sealed record FeedPaging
{
    /// <summary>True for an archive, false for the current document.</summary>
    public bool IsArchive { get; init; }

    /// <summary>The document that holds the newest entries, absolute.</summary>
    public required string CurrentUrl { get; init; }

    /// <summary>The archive with the entries just before these, absolute; null where these are the oldest.</summary>
    public string? OlderUrl { get; init; }

    /// <summary>The archive with the oldest entries, absolute.</summary>
    public required string OldestUrl { get; init; }
}
