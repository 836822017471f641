namespace Digest.Feeds;

/// <summary>The feed that an entry was taken over from: Atom and RSS <c>source</c>.</summary>
/// <param name="Title">Plain text on one line; may be empty.</param>
/// <param name="Url">Its page or, where that is not told, the feed itself; absolute.</param>
/// <param name="Id">Its Atom id.</param>
public sealed record FeedOrigin(string Title, string? Url = null, string? Id = null);
