namespace Digest.Feeds;

/// <summary>A file that belongs to an entry.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Type">A media type, as written.</param>
/// <param name="Length">Bytes, where the feed tells a number.</param>
public sealed record FeedEnclosure(string Url, string? Type = null, long? Length = null);
