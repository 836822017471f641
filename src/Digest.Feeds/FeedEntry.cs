namespace Digest.Feeds;

/// <summary>One entry of a feed.</summary>
public sealed record FeedEntry
{
    /// <summary>
    /// guid, Atom id or JSON Feed id; where a feed read has none, one made of link and title. Unique within the feed.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Plain text on one line; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>Absolute; null if the entry links nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>A short description: HTML when read (formats do not tell), plain text when written.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole content as HTML: untrusted when read, cleaned by the caller when written.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>
    /// What relative links of the content are resolved against, where the feed read says so; not written.
    /// </summary>
    public string? BaseUrl { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The authors with what the feed tells of them beside their names; not written.</summary>
    public IReadOnlyList<FeedPerson> People { get; init; } = [];

    /// <summary>Others who had a hand in it; not written.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The tags with the schemes they come from; not written.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>Every address the entry gives for itself, in its order; not written.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>Files that belong to it, such as a podcast's sound; not written.</summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>A picture: one that the feed names, else the first of the content; absolute; not written.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Where readers talk about it, absolute; not written.</summary>
    public string? CommentsUrl { get; init; }

    /// <summary>Plain text on one line; not written.</summary>
    public string? Copyright { get; init; }

    /// <summary>The feed it was taken over from, as a planet says; not written.</summary>
    public FeedOrigin? Origin { get; init; }

    /// <summary>A BCP 47 tag where it differs from the feed's.</summary>
    public string? Language { get; init; }
}
