using System.Text.Json.Nodes;
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
        ApiJson.AnswerList("newsletters", newsletters.All.Select(newsletter => Write(newsletter, site)));

    private static async Task<IResult> IssuesAsync(
        string slug,
        ServedNewsletters newsletters,
        IIssueStore store,
        SiteAddress site,
        CancellationToken cancellationToken)
    {
        if (!newsletters.TryFind(slug, out _))
            return ProblemAnswer.NoNewsletter();

        var issues = await store.ListAsync(slug, cancellationToken);
        return ApiJson.AnswerList("issues", issues.Select(issue => Write(issue, site)));
    }

    private static JsonObject Write(Newsletter newsletter, SiteAddress site) => new()
    {
        ["slug"] = newsletter.Slug,
        ["title"] = newsletter.Title,
        ["language"] = newsletter.Language,
        ["url"] = site.Home(newsletter.Slug),
        ["cron"] = newsletter.Schedule?.Cron,
        ["timeZone"] = newsletter.Zone.Id,
    };

    private static JsonObject Write(Issue issue, SiteAddress site)
    {
        var node = IssueJson.Write(issue);
        node["url"] = issue.State is IssueState.Draft or IssueState.Cancelled ? null : site.Issue(issue.Ref);
        return node;
    }
}
