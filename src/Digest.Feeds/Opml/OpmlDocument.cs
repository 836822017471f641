namespace Digest.Feeds.Opml;

/// <summary>A list of subscriptions, as feed readers exchange them (OPML 1.0, 1.1 and 2.0).</summary>
public sealed record OpmlDocument
{
    /// <summary>Plain text on one line; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>In the document's order; when read, each address once.</summary>
    public IReadOnlyList<OpmlFeed> Feeds { get; init; } = [];
}
