using Digest.Feeds;
using Digest.Model;
using Digest.Templating;

namespace Digest.Publish;

/// <summary>Writes a newsletter's feeds: every format, per issue and per story, with all archives.</summary>
internal sealed class FeedFiles(Newsletter newsletter, SiteAddress site)
{
    private readonly FeedBuilder _builder = new(newsletter, site);

    /// <param name="issues">Newest first.</param>
    public IEnumerable<PublishedFile> Of(IReadOnlyList<FrozenIssue> issues) =>
        from feed in SiteFeed.All
        let size = feed.IsPerStory ? newsletter.Feeds.Stories : newsletter.Feeds.Issues
        from page in FeedPages.Of(feed, issues, size)
        select File(feed, page);

    private PublishedFile File(SiteFeed feed, FeedPage page)
    {
        var document = _builder.Build(feed, page);
        var (mediaType, bytes) = feed.MediaType switch
        {
            SiteFeed.Rss => ($"{SiteFeed.Rss}; charset=utf-8", RssWriter.Write(document)),
            SiteFeed.Atom => ($"{SiteFeed.Atom}; charset=utf-8", AtomWriter.Write(document)),

            // JSON is UTF-8 and its media types have no charset (RFC 8259 §11).
            _ => (SiteFeed.Json, JsonFeedWriter.Write(document)),
        };
        var changed = document.Updated ?? DateTimeOffset.UnixEpoch;
        return new PublishedFile(page.Name, mediaType, bytes, changed) { Links = LinksOf(document) };
    }

    /// <summary>A subscriber finds the hub in headers first (WebSub §4), and the address to give it with it.</summary>
    private static IReadOnlyList<string> LinksOf(FeedDocument document) => document.HubUrl is { } hub
        ? [$"<{hub}>; rel=\"hub\"", $"<{document.SelfUrl}>; rel=\"self\""]
        : [];
}
