using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Digest.Web.Api;

/// <summary>The JSON API, all of it behind <see cref="ApiGuard"/>.</summary>
public static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, ApiGuard>();
        api.MapRuns();
        api.MapNewsletters();
    }
}
