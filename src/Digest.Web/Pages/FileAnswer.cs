using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Pages;

/// <summary>Answers GET and HEAD for a file: coding, validators, 304 (standards.md F5).</summary>
public sealed class FileAnswer(SiteFile file) : IResult
{
    // Readers poll feeds; five minutes late is soon enough for a newsletter, and a cache in front carries a crowd.
    private const string CachePolicy = "public, max-age=300";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var chosen = file.As(ContentCodings.Choose(request.GetTypedHeaders().AcceptEncoding));
        var response = httpContext.Response;
        Describe(response, chosen);
        if (Preconditions.IsFresh(request, chosen.Tag, file.LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.MediaType;
        response.ContentLength = chosen.Bytes.Length;
        response.Headers.ContentEncoding = chosen.Coding.Token();
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(chosen.Bytes, httpContext.RequestAborted);
    }

    /// <summary>The headers that a 200 and its 304 share (RFC 9110 §15.4.5).</summary>
    private void Describe(HttpResponse response, Representation chosen)
    {
        var headers = response.GetTypedHeaders();
        headers.ETag = chosen.Tag;
        headers.LastModified = file.LastModified;
        response.Headers.CacheControl = CachePolicy;
        response.Headers[HeaderNames.Vary] = HeaderNames.AcceptEncoding;
        if (file.Links.Count > 0)
            response.Headers.Link = file.Links.ToArray();
    }
}
