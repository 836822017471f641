using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Pages;

/// <summary>Whether the client has the representation already (RFC 9110 §13.2.2, for GET and HEAD).</summary>
public static class Preconditions
{
    public static bool IsFresh(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset? lastModified)
    {
        var headers = request.GetTypedHeaders();

        // If-None-Match wins over If-Modified-Since, even when it cannot be read.
        if (request.Headers.ContainsKey(HeaderNames.IfNoneMatch))
            return headers.IfNoneMatch.Any(held => IsSame(held, tag));

        return lastModified is { } moment && headers.IfModifiedSince is { } since && moment <= since;
    }

    private static bool IsSame(EntityTagHeaderValue held, EntityTagHeaderValue tag) =>
        held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false);
}
