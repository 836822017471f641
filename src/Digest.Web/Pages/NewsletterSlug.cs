using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Digest.Web.Pages;

/// <summary>
/// Keeps the pages' route off the program's own addresses, where a wrong method is answered with 405 and not by a page
/// that is missing.
/// </summary>
public sealed class NewsletterSlug : IRouteConstraint
{
    public const string Constraint = "newsletter";

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection) =>
        values[routeKey] is string slug && !ReservedSlugs.Contains(slug);
}
