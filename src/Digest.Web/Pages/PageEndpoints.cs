using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Digest.Web.Pages;

/// <summary>Archive pages and feeds, as <see cref="BuildSite"/> makes them.</summary>
public static class PageEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reading, (HomePage home) => new FileAnswer(home.File));
        routes.MapMethods("/{slug}/{**file}", Reading, FileAsync);
    }

    private static async Task<IResult> FileAsync(
        string slug,
        string? file,
        HttpRequest request,
        ServedNewsletters newsletters,
        SiteCache sites,
        CancellationToken cancellationToken)
    {
        if (!newsletters.TryFind(slug, out var newsletter))
            return Results.NotFound();

        // Relative, so that it holds below any prefix a proxy adds and names no host.
        if (file is null && !request.Path.Value!.EndsWith('/'))
            return Results.Redirect($"{Uri.EscapeDataString(slug)}/", permanent: true);

        var found = await sites.FindAsync(newsletter, file ?? "index.html", cancellationToken);
        return found is null ? Results.NotFound() : new FileAnswer(found);
    }
}
