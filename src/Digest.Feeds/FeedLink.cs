namespace Digest.Feeds;

/// <summary>An address that a feed or an entry gives for itself.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Relation">Atom's word for it (RFC 4287 §4.2.7.2); <c>alternate</c> where none is said.</param>
/// <param name="Type">A media type, as written.</param>
public sealed record FeedLink(string Url, string Relation = "alternate", string? Type = null);
