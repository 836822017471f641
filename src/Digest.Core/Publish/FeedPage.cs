using Digest.Model;

namespace Digest.Publish;

/// <summary>One document of a feed: the current one, or an archive.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Issues">Newest first.</param>
/// <param name="IsArchive">True for a document that no new issue changes.</param>
/// <param name="Older">The name of the document before it; null for the oldest.</param>
/// <param name="Oldest">The name of the oldest document; its own where the feed is whole.</param>
internal sealed record FeedPage(
    string Name, IReadOnlyList<FrozenIssue> Issues, bool IsArchive, string? Older, string Oldest)
{
    /// <summary>True if there is no other document.</summary>
    public bool IsWhole => !IsArchive && Older is null;
}
