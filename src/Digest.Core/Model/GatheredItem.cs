namespace Digest.Model;

/// <summary>An item as a source gives it, before the first-seen ledger knows it.</summary>
public sealed record GatheredItem
{
    /// <summary>The identity inside its source: guid, Message-ID, file path. Never empty.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Plain text on one line.</summary>
    public required string Title { get; init; }

    /// <summary>An absolute http, https or mailto address; null for an item that lives nowhere.</summary>
    public string? Url { get; init; }

    /// <summary>What it says, as Markdown made from cleaned input; may be empty.</summary>
    public string Body { get; init; } = "";

    public string? Author { get; init; }

    /// <summary>A BCP 47 tag where the source says one.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The source's own date: shown and sorted by, never trusted for the window of an issue.</summary>
    public DateTimeOffset? Published { get; init; }

    public ItemKind Kind { get; init; } = ItemKind.Post;

    /// <summary>
    /// What it is: keys made by <see cref="ObjectKey"/>. Items of any source that share one are about the same thing.
    /// </summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    /// <summary>
    /// What it talks of, where the source says so in its own terms: keys made by <see cref="ObjectKey"/>. Links and
    /// words of the text are not repeated here.
    /// </summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    public ItemSignals Signals { get; init; } = ItemSignals.None;
}
