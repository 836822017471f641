namespace Digest.Feeds.Opml;

/// <summary>One subscription of a list.</summary>
public sealed record OpmlFeed
{
    /// <summary>The feed's address as written, without blanks around; when read it may be anything.</summary>
    public required string Url { get; init; }

    /// <summary>Plain text on one line; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The page the feed belongs to; when read it may be anything.</summary>
    public string? HomeUrl { get; init; }

    /// <summary>A BCP 47 tag; when read it may be anything.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// When read, the names of the outlines around the feed from the outside in, then its categories; plain text on
    /// one line each. Written as categories.
    /// </summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The line where the feed was read; not written.</summary>
    public int Line { get; init; }
}
