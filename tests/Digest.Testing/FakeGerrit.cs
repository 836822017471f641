using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>
/// A Gerrit server: searches by state, project, branch and time, pages by <c>S</c>, puts its line before every answer.
/// </summary>
public sealed partial class FakeGerrit
{
    private readonly FakeFeedServer _server;
    private readonly string _prefix;

    public FakeGerrit(FakeFeedServer server, string prefix = "/")
    {
        (_server, _prefix) = (server, prefix);
        foreach (var place in (string[])[prefix, prefix + "a/"])
        {
            server.On(place + "changes/", AnswerAsync);
            server.On(place + "config/server/version", context => WriteAsync(context, JsonValue.Create(Version)));
        }
    }

    public Uri Url => _server.Address(_prefix);

    public string Version { get; set; } = "3.9.1";

    /// <summary>The most changes of one page, whatever is asked for.</summary>
    public int PageSize { get; set; } = 500;

    /// <summary>Whose login is accepted below <c>a/</c>.</summary>
    public string Login { get; set; } = "editor:secret";

    /// <summary>Search terms that this server does not know.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>As they would be in an answer, the newest first.</summary>
    public List<JsonObject> Changes { get; } = [];

    /// <summary>What was searched, with the offset.</summary>
    public ConcurrentQueue<(string Search, int Start)> Searches { get; } = [];

    public FakeGerrit Project(string name)
    {
        var answer = new JsonObject { ["id"] = Uri.EscapeDataString(name), ["name"] = name };

        // The server's host leaves an escaped slash of a path as it is.
        _server.On($"{_prefix}projects/{name.Replace("/", "%2F")}", context => WriteAsync(context, answer));
        return this;
    }

    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.Contains("/a/changes") && !IsLoggedIn(context))
            return Refuse(context, StatusCodes.Status401Unauthorized);

        var search = context.Request.Query["q"].ToString();
        var start = int.Parse(context.Request.Query["S"].ToString(), System.Globalization.CultureInfo.InvariantCulture);
        Searches.Enqueue((search, start));
        if (Unknown.Exists(term => search.Contains($" {term}:", StringComparison.Ordinal)))
            return Refuse(context, StatusCodes.Status400BadRequest);

        var found = Changes.Where(change => Matches(change, search)).ToList();
        var page = found.Skip(start).Take(PageSize).Select(change => change.DeepClone()).ToList();
        if (start + page.Count < found.Count)
            page[^1]["_more_changes"] = true;

        return WriteAsync(context, new JsonArray([.. page]));
    }

    private bool IsLoggedIn(HttpContext context) =>
        context.Request.Headers.Authorization
            == "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Login));

    private static bool Matches(JsonObject change, string search)
    {
        var projects = Project().Matches(search).Select(match => match.Groups[1].Value).ToList();
        var status = search.Contains("status:open") ? "NEW" : search.Contains("status:merged") ? "MERGED" : "ABANDONED";
        var isIn = projects.Count == 0 || projects.Contains(change["project"]!.ToString());
        return isIn && change["status"]!.ToString() == status
            && (Time().Match(search) is not { Success: true } time || IsAfter(change, time));
    }

    private static bool IsAfter(JsonObject change, Match time)
    {
        var field = time.Groups["field"].Value == "mergedafter" ? "submitted" : "updated";
        return string.CompareOrdinal((change[field] ?? change["updated"])!.ToString(), time.Groups["time"].Value) >= 0;
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("Unsupported operator", context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, JsonNode answer)
    {
        context.Response.ContentType = "application/json; charset=UTF-8";
        return context.Response.WriteAsync(")]}'\n" + answer.ToJsonString(), context.RequestAborted);
    }

    [GeneratedRegex(@"project:([\w/.-]+)")]
    private static partial Regex Project();

    [GeneratedRegex("(?<field>mergedafter|after):\"(?<time>[^\"]+)\"")]
    private static partial Regex Time();
}
