namespace Digest.Feeds;

/// <summary>What a feed or an entry is about.</summary>
/// <param name="Term">The category, on one line.</param>
/// <param name="Scheme">The list it is taken from: RSS <c>domain</c>, Atom <c>scheme</c>; as written.</param>
/// <param name="Label">What people are shown for it, where that is another.</param>
public sealed record FeedCategory(string Term, string? Scheme = null, string? Label = null);
