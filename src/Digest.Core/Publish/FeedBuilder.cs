using Digest.Feeds;
using Digest.Model;
using Digest.Templating;

namespace Digest.Publish;

/// <summary>Makes the documents of a newsletter's feeds: one entry per issue, or one per story.</summary>
internal sealed class FeedBuilder(Newsletter newsletter, SiteAddress site)
{
    private readonly string _author = newsletter.From.Name ?? newsletter.Title;
    private readonly Chrome _chrome = Chrome.For(newsletter.Language);

    public FeedDocument Build(SiteFeed feed, FeedPage page) => new()
    {
        Id = IdOf(feed),
        Title = feed.IsPerStory ? $"{newsletter.Title}{_chrome.Colon}{_chrome.StoryFeed}" : newsletter.Title,
        Description = newsletter.Description,
        HomeUrl = site.Home(newsletter.Slug),
        SelfUrl = AddressOf(page.Name),

        // An archive is not what a hub is asked about: it never changes.
        HubUrl = page.IsArchive ? null : newsletter.Feeds.Hub?.AbsoluteUri,
        Paging = page.IsWhole ? null : Paging(feed, page),
        Language = newsletter.Language,
        Updated = page.Issues.Count > 0 ? page.Issues.Max(DateOf) : null,
        Authors = [_author],
        Entries = feed.IsPerStory
            ? [.. page.Issues.SelectMany(StoryEntries)]
            : [.. page.Issues.Select(IssueEntry)],
    };

    public string AddressOf(string name) => site.File(newsletter.Slug, name);

    /// <summary>
    /// The List-Id is stable for ever (RFC 2919 §4), so this tag: URI is; no title or address is in it. It names a
    /// host, whose letters a tag: URI wants in lower case and without underscores (RFC 4151 §2.1).
    /// </summary>
    private string IdOf(SiteFeed feed)
    {
        var authority = newsletter.ListId.ToLowerInvariant().Replace('_', '-');
        return $"tag:{authority},2026:{(feed.IsPerStory ? "stories" : "issues")}";
    }

    private FeedPaging Paging(SiteFeed feed, FeedPage page) => new()
    {
        IsArchive = page.IsArchive,
        CurrentUrl = AddressOf(feed.Name),
        OlderUrl = page.Older is { } older ? AddressOf(older) : null,
        OldestUrl = AddressOf(page.Oldest),
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
        Summary = StorySummary.Of(story),
        ContentHtml = story.Html,
        Authors = [_author],
        Published = DateOf(issue),
        Updated = DateOf(issue),
        Tags = story.Section,
        Language = story.Language,
    });

    private static DateTimeOffset DateOf(FrozenIssue issue) => issue.Issue.Approved ?? issue.Issue.Created;
}
