using Digest.Model;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Http;

/// <summary>Errors as callers read them: problem+json below <c>/api</c>, a page elsewhere; never a stack.</summary>
public static class ErrorAnswer
{
    public static Task ForStatusAsync(HttpContext context) => WriteAsync(context, context.Response.StatusCode);

    public static Task ForExceptionAsync(HttpContext context)
    {
        var status = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            DigestException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        return WriteAsync(context, status);
    }

    private static Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var answer = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? Results.Problem(statusCode: status, detail: Detail(status))
            : Page(status);
        return answer.ExecuteAsync(context);
    }

    private static IResult Page(int status)
    {
        var title = ReasonPhrases.GetReasonPhrase(status);
        var text = $"<h1>{HtmlPage.Encode(title)}</h1>\n<p>{HtmlPage.Encode(Detail(status))}</p>";
        return HtmlPage.Answer("en", title, text, status);
    }

    private static string Detail(int status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "This address does not take that media type.",
        StatusCodes.Status503ServiceUnavailable => "The service cannot answer now. Try again later.",
        < StatusCodes.Status500InternalServerError => "The request cannot be understood.",
        _ => "The service failed. Its log says why.",
    };
}
