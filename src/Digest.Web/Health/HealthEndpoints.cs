using Digest.Run;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Digest.Web.Health;

/// <summary>Whether this process is up and its storage answers, for load balancers and supervisors.</summary>
public static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/healthz", Reading, CheckAsync);

    private static async Task<IResult> CheckAsync(
        IRunStore store,
        TimeProvider clock,
        ILoggerFactory loggers,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        response.Headers[HeaderNames.CacheControl] = "no-store";
        try
        {
            // Any read will do; this one finds nothing and costs one look at an index.
            await store.FindAsync("healthz", cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return Results.Json(new { status = "ok", storage = "ok" });
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // The caller learns that it failed, only the log learns how: messages name paths and servers.
            Log.StorageSilent(loggers.CreateLogger(typeof(HealthEndpoints)), failure);
            return Results.Json(
                new { status = "failing", storage = "unreachable" },
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(7001, LogLevel.Error, "The storage does not answer the health check")]
        public static partial void StorageSilent(ILogger logger, Exception failure);
    }
}
