namespace Digest.Feeds;

/// <summary>A feed that a page advertises.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Title">What the page calls it, on one line; may be empty.</param>
/// <param name="Type">The media type the page gives it, in lower case.</param>
public sealed record DiscoveredFeed(string Url, string Title, string Type);
