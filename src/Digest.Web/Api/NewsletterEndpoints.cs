using Digest.Model;
using Digest.Run;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Digest.Web.Api;

/// <summary>Which newsletters there are, and their issues.</summary>
public static class NewsletterEndpoints
{
    public static void MapNewsletters(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/newsletters", List);
        routes.MapGet("/newsletters/{slug}/issues", IssuesAsync);
    }

    private static IResult List(ServedNewsletters newsletters, SiteAddress site) =>
        ApiJson.Answer(new { Newsletters = newsletters.All.Select(newsletter => View(newsletter, site)) });

    private static object View(Newsletter newsletter, SiteAddress site) => new
    {
        newsletter.Slug,
        newsletter.Title,
        newsletter.Language,
        Url = site.Home(newsletter.Slug),
        Cron = newsletter.Schedule?.Cron,
        TimeZone = newsletter.Zone.Id,
    };

    private static async Task<IResult> IssuesAsync(
        string slug,
        ServedNewsletters newsletters,
        IIssueStore store,
        SiteAddress site,
        CancellationToken cancellationToken)
    {
        if (!newsletters.TryFind(slug, out _))
            return ProblemAnswer.NotFound("There is no such newsletter; GET /api/newsletters lists those there are.");

        var issues = await store.ListAsync(slug, cancellationToken);
        return ApiJson.Answer(new { Issues = issues.Select(issue => View(issue, site)) });
    }

    private static object View(Issue issue, SiteAddress site) => new
    {
        Issue = issue.Ref.ToString(),
        issue.Number,
        issue.Title,
        issue.From,
        issue.To,
        issue.State,
        issue.Approved,
        issue.Sent,
        Url = issue.State is IssueState.Draft or IssueState.Cancelled ? null : site.Issue(issue.Ref),
    };
}
