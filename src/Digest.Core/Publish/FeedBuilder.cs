using Digest.Feeds;
using Digest.Model;
using Digest.Templating;

namespace Digest.Publish;

/// <summary>Makes the feeds of a newsletter: the newest issues, and the newest stories.</summary>
internal sealed class FeedBuilder(Newsletter newsletter, SiteAddress site)
{
    public const int MostIssues = 50;
    public const int MostStories = 100;

    private readonly string _author = newsletter.From.Name ?? newsletter.Title;
    private readonly Chrome _chrome = Chrome.For(newsletter.Language);

    /// <param name="feed">Which of them.</param>
    /// <param name="issues">Newest first.</param>
    public FeedDocument Build(SiteFeed feed, IReadOnlyList<FrozenIssue> issues) => new()
    {
        // The List-Id is stable for ever (RFC 2919 §4), so this tag: URI (RFC 4151) is; no title or address is in it.
        Id = $"tag:{newsletter.ListId},2026:{(feed.IsPerStory ? "stories" : "issues")}",
        Title = feed.IsPerStory ? $"{newsletter.Title}{_chrome.Colon}{_chrome.StoryFeed}" : newsletter.Title,
        Description = newsletter.Description,
        HomeUrl = site.Home(newsletter.Slug),
        SelfUrl = site.File(newsletter.Slug, feed.Name),
        Language = newsletter.Language,
        Updated = issues.Count > 0 ? issues.Max(issue => DateOf(issue)) : null,
        Authors = [_author],
        Entries = feed.IsPerStory
            ? [.. issues.SelectMany(StoryEntries).Take(MostStories)]
            : [.. issues.Take(MostIssues).Select(IssueEntry)],
    };

    private FeedEntry IssueEntry(FrozenIssue issue) => new()
    {
        Id = issue.Issue.Id,
        Title = issue.Subject,
        Url = site.Issue(issue.Issue.Ref),
        Summary = issue.Summary,
        ContentHtml = issue.BodyHtml,
        Authors = [_author],
        Published = DateOf(issue),
        Updated = DateOf(issue),
        Tags = [.. issue.Stories.SelectMany(story => story.Section.Take(1)).Distinct()],
        Language = issue.Language,
    };

    private IEnumerable<FeedEntry> StoryEntries(FrozenIssue issue) => issue.Stories.Select(story => new FeedEntry
    {
        Id = story.Id,
        Title = story.Title,
        Url = $"{site.Issue(issue.Issue.Ref)}#{story.Anchor}",
        ContentHtml = story.Html,
        Authors = [_author],
        Published = DateOf(issue),
        Updated = DateOf(issue),
        Tags = story.Section,
        Language = story.Language,
    });

    private static DateTimeOffset DateOf(FrozenIssue issue) => issue.Issue.Approved ?? issue.Issue.Created;
}
