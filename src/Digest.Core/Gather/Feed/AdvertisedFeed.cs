using Digest.Feeds;

namespace Digest.Gather.Feed;

/// <summary>
/// A feed found on the page that a source names in its place: it is remembered, so that the page is not asked each
/// time, and told, so that the settings get corrected.
/// </summary>
internal static class AdvertisedFeed
{
    private const int MostNamed = 10;

    /// <summary>The feed remembered for a page; null if there is none, or it was for another page.</summary>
    public static Uri? Recall(string? memory, Uri page)
    {
        var parts = memory?.Split('\n') ?? [];
        var isKnown = parts.Length == 2 && parts[0] == page.AbsoluteUri;
        return isKnown && Uri.TryCreate(parts[1], UriKind.Absolute, out var feed) ? feed : null;
    }

    public static FetchOutcome Told(FetchOutcome outcome, Uri page, Uri feed)
    {
        if (outcome is not FetchOutcome.Fetched fetched)
            return outcome;

        var warning = $"{page} is a page, not a feed; the feed it advertises was read: "
            + $"put 'url: {feed.AbsoluteUri}' into newsletter.yml";
        return fetched with
        {
            Warnings = [warning, .. fetched.Warnings],
            Memory = $"{page.AbsoluteUri}\n{feed.AbsoluteUri}",
        };
    }

    /// <summary>The reason where a page advertises several.</summary>
    public static string Choice(IReadOnlyList<DiscoveredFeed> feeds)
    {
        var named = feeds.Take(MostNamed)
            .Select(feed => feed.Title.Length == 0 ? feed.Url : $"{feed.Url} ({feed.Title})");
        var more = feeds.Count > MostNamed ? ", …" : "";
        return "a page, not a feed; put one of the feeds it advertises into newsletter.yml: "
            + string.Join(", ", named) + more;
    }
}
