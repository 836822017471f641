namespace Digest.Compose.Stories;

/// <summary>What an editor said of two items, kept for good.</summary>
/// <param name="One">An item's id.</param>
/// <param name="Other">Another item's id.</param>
/// <param name="IsOne">True if they are one story whatever they look like; false if they never are.</param>
public sealed record StoryVerdict(string One, string Other, bool IsOne);
