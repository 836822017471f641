using Digest.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Http;

/// <summary>Headers that every answer carries, error pages too (standards.md §5.20).</summary>
public sealed class SecurityHeaders(RequestDelegate next, IOptions<WebOptions> options)
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    private readonly bool _https = options.Value.PublicUrl.Scheme == Uri.UriSchemeHttps;

    public Task InvokeAsync(HttpContext context)
    {
        // Late, because the exception handler clears what was set before.
        context.Response.OnStarting(() => AddAsync(context.Response.Headers));
        return next(context);
    }

    private Task AddAsync(IHeaderDictionary headers)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentPolicy);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        if (_https)
            headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000");
        return Task.CompletedTask;
    }
}
