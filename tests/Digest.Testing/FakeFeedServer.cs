using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Digest.Testing;

/// <summary>
/// A web server on a free loopback port that answers each path as a test says, and remembers who asked.
/// </summary>
public sealed class FakeFeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);

    private FakeFeedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>In the order they came: path and headers.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Requests { get; } = [];

    public static async Task<FakeFeedServer> StartAsync()
    {
        var server = new FakeFeedServer();
        await server._app.StartAsync();
        return server;
    }

    public Uri Address(string path) => new(new Uri(_app.Urls.First()), path);

    public FakeFeedServer On(string path, RequestDelegate answer)
    {
        _answers[path] = answer;
        return this;
    }

    /// <summary>A feed with validators, which are honoured.</summary>
    public FakeFeedServer Feed(string path, string feed, string? eTag = null, string? lastModified = null) =>
        On(path, async context =>
        {
            context.Response.Headers.ETag = eTag;
            context.Response.Headers.LastModified = lastModified;
            context.Response.ContentType = "application/rss+xml; charset=utf-8";
            if (eTag is not null && context.Request.Headers.IfNoneMatch == eTag)
                context.Response.StatusCode = StatusCodes.Status304NotModified;
            else
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(feed), context.RequestAborted);
        });

    public FakeFeedServer Status(string path, int status, string? retryAfter = null) => On(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    });

    public FakeFeedServer Redirect(string path, string to, int status = StatusCodes.Status302Found) =>
        On(path, context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = to;
            return Task.CompletedTask;
        });

    /// <summary>A body of a few kilobytes that unfolds to many megabytes.</summary>
    public FakeFeedServer Bomb(string path, int megabytes) => On(path, async context =>
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        var block = new byte[1024 * 1024];
        for (var i = 0; i < megabytes; i++)
            await gzip.WriteAsync(block, context.RequestAborted);
    });

    /// <summary>Sends the headers and then nothing more.</summary>
    public FakeFeedServer Stall(string path) => On(path, async context =>
    {
        await context.Response.StartAsync(context.RequestAborted);
        var gone = Task.Delay(Timeout.Infinite, context.RequestAborted);
        await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    });

    /// <summary>Breaks the connection instead of answering.</summary>
    public FakeFeedServer Drop(string path) => On(path, context =>
    {
        context.Features.Get<IHttpRequestLifetimeFeature>()?.Abort();
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        Requests.Enqueue((path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
        if (_answers.TryGetValue(path, out var answer))
            return answer(context);

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
