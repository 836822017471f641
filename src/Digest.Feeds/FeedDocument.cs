namespace Digest.Feeds;

/// <summary>A feed of any format, as read or to be written.</summary>
public sealed record FeedDocument
{
    /// <summary>A permanent identity (Atom <c>id</c>); empty if the feed read has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>Plain text on one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>Plain text; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The page the feed belongs to, absolute.</summary>
    public string? HomeUrl { get; init; }

    /// <summary>The feed's own address, absolute.</summary>
    public string? SelfUrl { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The last significant change; written feeds take it from their entries, never from the clock.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Names of people or of the publication.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The WebSub hub that tells subscribers of changes, absolute; written only.</summary>
    public string? HubUrl { get; init; }

    /// <summary>Where the feed is written as several documents; null for one that is whole. Written only.</summary>
    public FeedPaging? Paging { get; init; }

    /// <summary>In the feed's order; written feeds put the newest first.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}
