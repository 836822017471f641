using System.Text.Json;
using Digest.Model;
using Digest.Run;
using Digest.Web.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Digest.Web.Api;

/// <summary>Asking for a run and looking how it went.</summary>
public static class RunEndpoints
{
    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/newsletters/{slug}/runs", StartAsync).DisableAntiforgery();
        routes.MapGet("/runs/{id}", ShowAsync);
    }

    private static async Task<IResult> StartAsync(
        string slug,
        HttpContext context,
        ServedNewsletters newsletters,
        RunDesk desk,
        CancellationToken cancellationToken)
    {
        if (!newsletters.TryFind(slug, out var newsletter))
            return ProblemAnswer.NoNewsletter();
        if (IdempotencyKey.Read(context.Request.Headers) is not { } key)
            return ProblemAnswer.BadRequest(
                $"Send one {IdempotencyKey.Header} header of 1 to {IdempotencyKey.MaxLength} visible ASCII characters; "
                + "the same key never starts a second run.");
        if (context.Request.ContentType is not null && !context.Request.HasJsonContentType())
            return ProblemAnswer.Of(StatusCodes.Status415UnsupportedMediaType, "Send application/json, or no body.");

        try
        {
            var request = await RunRequest.ReadAsync(context.Request, cancellationToken);
            return request.TryReadAt(newsletter.Zone, out var at)
                ? await AskAsync(context, desk, newsletter, key, at, cancellationToken)
                : BadBody();
        }
        catch (JsonException)
        {
            return BadBody();
        }
    }

    private static async Task<IResult> AskAsync(
        HttpContext context,
        RunDesk desk,
        Newsletter newsletter,
        string key,
        DateTimeOffset? at,
        CancellationToken cancellationToken)
    {
        // Prefixed, so that no caller can take the key of a scheduled moment.
        var record = await desk.AskAsync(newsletter, $"api:{key}", at, cancellationToken);
        if (!record.IsNew && record.At != at)
            return ProblemAnswer.Of(
                StatusCodes.Status422UnprocessableEntity, "This key names a run at another moment; take a new key.");
        if (!record.IsNew)
            return ApiJson.Answer(RunJson.Write(record));

        context.Response.Headers.Location = $"/api/runs/{Uri.EscapeDataString(record.Id)}";
        return ApiJson.Answer(RunJson.Write(record), StatusCodes.Status202Accepted);
    }

    private static IResult BadBody() => ProblemAnswer.BadRequest(
        "The body is a JSON object with at most the member 'at': a day such as 2026-11-20, or a moment with its offset "
        + "such as 2026-11-20T09:00:00+08:00.");

    private static async Task<IResult> ShowAsync(string id, IRunStore store, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(id, cancellationToken);
        return record is null
            ? ProblemAnswer.NotFound("There is no run with this id.")
            : ApiJson.Answer(RunJson.Write(record));
    }
}
