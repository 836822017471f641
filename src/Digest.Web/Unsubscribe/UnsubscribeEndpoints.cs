using Digest.Deliver;
using Digest.Model;
using Digest.Subscribers;
using Digest.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Unsubscribe;

/// <summary>
/// Unsubscribing by the link of a letter (RFC 8058, standards.md §5.6). GET only shows a page, because mail scanners
/// open links; POST acts at once, without login, cookie or redirect. Nothing here logs a token.
/// </summary>
public static partial class UnsubscribeEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapUnsubscribe(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/unsubscribe/{token}").AddEndpointFilter(KeepPrivateAsync);
        group.MapMethods("", Reading, Ask);
        group.MapPost("", LeaveAsync).DisableAntiforgery();
    }

    private static IResult Ask(string token, UnsubscribeTokens tokens, ServedNewsletters newsletters) =>
        tokens.TryRead(token, out var slug, out _) ? UnsubscribePage.Question(Find(newsletters, slug)) : BadLink();

    private static async Task<IResult> LeaveAsync(
        string token,
        HttpRequest request,
        UnsubscribeTokens tokens,
        ServedNewsletters newsletters,
        ISubscriberStore subscribers,
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        if (!tokens.TryRead(token, out var slug, out var subscriberId))
            return BadLink();

        // The token is the whole authority: what the body says is not asked, it only has to be a form of bounded size.
        if (request.ContentType is not null && !request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);

        await request.Body.CopyToAsync(Stream.Null, cancellationToken);
        var now = clock.GetUtcNow();
        var moved = await subscribers.MoveAsync(subscriberId, SubscriptionState.Unsubscribed, now, cancellationToken);
        if (moved)
            Log.ReaderLeft(loggers.CreateLogger(typeof(UnsubscribeEndpoints)), slug);

        // Also for one who had left before: the wish is fulfilled, and a provider that repeats the call gets the same.
        return UnsubscribePage.Done(Find(newsletters, slug));
    }

    private static Newsletter? Find(ServedNewsletters newsletters, string slug) =>
        newsletters.TryFind(slug, out var newsletter) ? newsletter : null;

    private static IResult BadLink() => HtmlPage.Answer(
        "en",
        "This link does not work",
        "<h1>This link does not work</h1>\n<p>It may have been cut in two. Copy it whole from the letter, or answer "
            + "the letter and ask to be removed.</p>",
        StatusCodes.Status404NotFound);

    private static ValueTask<object?> KeepPrivateAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers[HeaderNames.CacheControl] = "no-store";
        return next(context);
    }

    private static partial class Log
    {
        [LoggerMessage(7010, LogLevel.Information, "A reader left {Newsletter} by the link of a letter")]
        public static partial void ReaderLeft(ILogger logger, string newsletter);
    }
}
