using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>
/// Launchpad's web service: collections in pages that link to the next, searches for bugs by state and time, single
/// things. What it holds can be changed between two reads.
/// </summary>
public sealed class FakeLaunchpad(FakeFeedServer server)
{
    private const string Root = "/devel/";

    private readonly ConcurrentDictionary<string, List<JsonObject>> _collections = new(StringComparer.Ordinal);

    public Uri Url => server.Address(Root);

    public int PageSize { get; set; } = 75;

    /// <summary>Path and query of every request, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Link(string path) => server.Address(Root + path).AbsoluteUri;

    /// <summary>A list such as <c>keel/releases</c>; the one returned may be changed.</summary>
    public List<JsonObject> Collection(string path, params JsonObject[] entries)
    {
        server.On(Root + path, context => PageAsync(context, path, _collections[path]));
        return _collections[path] = [.. entries];
    }

    /// <summary>A project whose bugs can be searched.</summary>
    public List<JsonObject> Bugs(string target, params JsonObject[] tasks)
    {
        server.On(Root + target, context => context.Request.Query["ws.op"] == "searchTasks"
            ? PageAsync(context, target, [.. _collections[target].Where(task => IsFound(task, context.Request.Query))])
            : ThingAsync(context, new JsonObject { ["resource_type_link"] = Link("#" + KindOf(target)) }));
        return _collections[target] = [.. tasks];
    }

    public HashSet<string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>One thing, such as <c>bugs/12</c>.</summary>
    public void Thing(string path, JsonObject thing) => server.On(Root + path, context => ThingAsync(context, thing));

    private string KindOf(string target) => Groups.Contains(target) ? "project_group" : "project";

    private static bool IsFound(JsonObject task, IQueryCollection query) =>
        query["status"].Contains((string?)task["status"])
        && IsAfter(task["date_last_updated"] ?? task["date_created"], query["modified_since"])
        && IsAfter(task["date_created"], query["created_since"]);

    private static bool IsAfter(JsonNode? date, string? since) =>
        since is null || DateTimeOffset.Parse(date!.ToString(), CultureInfo.InvariantCulture)
            >= DateTimeOffset.Parse(since, CultureInfo.InvariantCulture);

    private Task PageAsync(HttpContext context, string path, List<JsonObject> entries)
    {
        Note(context);
        int.TryParse(context.Request.Query["memo"], CultureInfo.InvariantCulture, out var start);
        var next = start + PageSize;
        var page = new JsonObject
        {
            ["start"] = start,
            ["total_size"] = entries.Count,
            ["entries"] = new JsonArray([.. entries.Skip(start).Take(PageSize).Select(entry => entry.DeepClone())]),
        };
        if (next < entries.Count)
            page["next_collection_link"] = Link(path) + Continued(context.Request.Query, next);
        return WriteAsync(context, page);
    }

    private static string Continued(IQueryCollection query, int next) =>
        QueryString.Create(query.Where(pair => pair.Key is not ("memo" or "ws.start"))).ToString()
        + string.Create(CultureInfo.InvariantCulture, $"&memo={next}&ws.start={next}");

    private Task ThingAsync(HttpContext context, JsonObject thing)
    {
        Note(context);
        return WriteAsync(context, thing);
    }

    private void Note(HttpContext context) => Asked.Enqueue($"{context.Request.Path}{context.Request.QueryString}");

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
