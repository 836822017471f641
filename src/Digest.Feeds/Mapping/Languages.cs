using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>Languages of entries.</summary>
internal static class Languages
{
    /// <summary>The language of an entry where it differs from the feed's; else null.</summary>
    public static string? Of(string? language, FeedOutline outline)
    {
        var trimmed = language?.Trim();
        return string.IsNullOrEmpty(trimmed) || trimmed == outline.Scope.Language ? null : trimmed;
    }
}
