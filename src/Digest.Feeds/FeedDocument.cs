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

    /// <summary>The authors with what the feed tells of them beside their names; not written.</summary>
    public IReadOnlyList<FeedPerson> People { get; init; } = [];

    /// <summary>Others who had a hand in it; not written.</summary>
    public IReadOnlyList<FeedPerson> Contributors { get; init; } = [];

    /// <summary>What the feed is about; not written.</summary>
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];

    /// <summary>Every address the feed gives for itself, in its order; not written.</summary>
    public IReadOnlyList<FeedLink> Links { get; init; } = [];

    /// <summary>When the feed says it was published (RSS <c>pubDate</c>); not written.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Plain text on one line; not written.</summary>
    public string? Copyright { get; init; }

    /// <summary>The program that made the feed, with version and address where it tells them; not written.</summary>
    public string? Generator { get; init; }

    /// <summary>The picture that stands for the feed; not written.</summary>
    public FeedImage? Image { get; init; }

    /// <summary>A small square picture, absolute; not written.</summary>
    public string? IconUrl { get; init; }

    /// <summary>The format it was read in: "RSS", "Atom" or "JSON Feed"; empty for one to be written.</summary>
    public string Format { get; init; } = "";

    /// <summary>The version of the format; empty if it cannot be told.</summary>
    public string Version { get; init; } = "";

    /// <summary>When the publisher wants to be asked again; not written.</summary>
    public FeedSchedule Schedule { get; init; } = FeedSchedule.Unsaid;

    /// <summary>The WebSub hub that tells subscribers of changes, absolute; written only.</summary>
    public string? HubUrl { get; init; }

    /// <summary>Where the feed is written as several documents; null for one that is whole. Written only.</summary>
    public FeedPaging? Paging { get; init; }

    /// <summary>In the feed's order; written feeds put the newest first.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];
}
