namespace Digest.Feeds;

/// <summary>A person as a feed tells of one; at least one part is there.</summary>
public sealed record FeedPerson
{
    /// <summary>Plain text on one line; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>An e-mail address as written: private data, not to be published.</summary>
    public string? Email { get; init; }

    /// <summary>A page, absolute.</summary>
    public string? Url { get; init; }
}
