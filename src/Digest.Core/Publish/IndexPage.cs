using System.Globalization;
using Digest.Model;
using Digest.Templating;

namespace Digest.Publish;

/// <summary>The front page of a newsletter: every issue there is.</summary>
internal sealed class IndexPage(SiteAddress site, Templates templates)
{
    public string Render(Newsletter newsletter, IReadOnlyList<FrozenIssue> issues)
    {
        var set = templates.For(newsletter);
        return set.Render("index.html", View(newsletter, issues, new CleanHtml(set.Style("theme.css"))));
    }

    private IndexView View(Newsletter newsletter, IReadOnlyList<FrozenIssue> issues, CleanHtml style)
    {
        var chrome = Chrome.For(newsletter.Language);
        return new IndexView
        {
            Chrome = chrome,
            Language = newsletter.Language,
            Direction = LanguageTag.DirectionOf(newsletter.Language),
            Typeface = Typeface.Of(newsletter.Language),
            Newsletter = newsletter.Title,
            Description = newsletter.Description,
            HomeUrl = site.Home(newsletter.Slug),
            Feeds = FeedLink.AllOf(newsletter, site),
            FeedsHold = string.Format(CultureInfo.InvariantCulture, chrome.FeedsHold, newsletter.Feeds.Issues),
            SenderName = newsletter.From.Name ?? newsletter.Title,
            PostalAddress = newsletter.PostalAddress ?? "",
            Style = style,
            Years = Years(newsletter, issues),
        };
    }

    private IReadOnlyList<YearView> Years(Newsletter newsletter, IReadOnlyList<FrozenIssue> issues) =>
    [
        .. issues.GroupBy(issue => issue.Issue.To.Year).OrderByDescending(year => year.Key).Select(year => new YearView(
            year.Key.ToString(CultureInfo.InvariantCulture), [.. year.Select(issue => Link(newsletter, issue))])),
    ];

    private IssueLinkView Link(Newsletter newsletter, FrozenIssue issue) => new()
    {
        Url = site.Issue(issue.Issue.Ref),
        Title = issue.Subject,
        Days = DayRange.Format(issue.Issue.From, issue.Issue.To, newsletter.Language),
        Summary = issue.Summary,
        Language = LanguageTag.Alike(issue.Language, newsletter.Language) ? "" : issue.Language,
        Direction = DirectionOf(issue.Language, newsletter.Language),
        Typeface = Typeface.Of(issue.Language),
    };

    private static string DirectionOf(string language, string around) =>
        LanguageTag.DirectionOf(language) is var own && own != LanguageTag.DirectionOf(around) ? own : "";
}
