using Digest.Model;

namespace Digest.Templating;

/// <summary>A feed as a page announces it.</summary>
/// <param name="Format">RSS, Atom or JSON Feed.</param>
/// <param name="Title">For the list of feeds in a reader.</param>
/// <param name="IsPerStory">One entry per story, else one per issue.</param>
public sealed record FeedLink(string Url, string MediaType, string Format, string Title, bool IsPerStory)
{
    public static IReadOnlyList<FeedLink> AllOf(Newsletter newsletter, SiteAddress site)
    {
        var chrome = Chrome.For(newsletter.Language);
        return [.. SiteFeed.All.Select(Link)];

        FeedLink Link(SiteFeed feed)
        {
            var kind = feed.IsPerStory ? chrome.StoryFeed : chrome.IssueFeed;
            var title = $"{newsletter.Title}{chrome.Colon}{kind} ({feed.Format})";
            return new FeedLink(
                site.File(newsletter.Slug, feed.Name), feed.MediaType, feed.Format, title, feed.IsPerStory);
        }
    }
}
