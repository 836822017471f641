using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>
/// A wiki's <c>api.php</c> on loopback: recent changes two at a time, in the manner of old or new versions.
/// </summary>
public sealed class FakeMediaWiki
{
    private const int PerPage = 2;
    private readonly bool _isOld;
    private readonly Dictionary<string, object[]> _histories = new(StringComparer.Ordinal);
    private object[] _changes = [];

    /// <param name="isOld">Continues by <c>query-continue</c>, as before version 1.21.</param>
    public FakeMediaWiki(FakeFeedServer server, bool isOld = false)
    {
        _isOld = isOld;
        server.On("/w/api.php", AnswerAsync);
    }

    public List<string> Asked { get; } = [];

    /// <summary>An error that is the answer to everything, with status 200.</summary>
    public string? Error { get; set; }

    public FakeMediaWiki Changes(params object[] changes)
    {
        _changes = changes;
        return this;
    }

    public FakeMediaWiki History(string title, params object[] revisions)
    {
        _histories[title] = revisions;
        return this;
    }

    public static object Edit(int revision, string title, string comment, string at, string type = "edit") => new
    {
        type,
        pageid = title.Length,
        title,
        revid = revision,
        user = "marit",
        comment,
        timestamp = at,
    };

    private Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        Asked.Add(context.Request.QueryString.Value ?? "");
        object answer = Error is not null ? new { error = new { code = Error, info = "told by the wiki" } }
            : query["meta"] == "siteinfo" ? Site()
            : query["prop"] == "revisions" ? History(query["titles"]!)
            : Recent(int.TryParse(query["rccontinue"], out var from) ? from : 0);
        return context.Response.WriteAsJsonAsync(answer);
    }

    private static object Site() =>
        new { query = new { general = new { server = "//wiki.example", articlepath = "/wiki/$1" } } };

    private object History(string title)
    {
        var pages = new Dictionary<string, object>();
        if (_histories.TryGetValue(title, out var revisions))
            pages["7"] = new { pageid = 7, title, revisions };
        else
            pages["-1"] = new { title, missing = "" };

        return new { query = new { pages } };
    }

    private Dictionary<string, object> Recent(int from)
    {
        var answer = new Dictionary<string, object>
        {
            ["query"] = new { recentchanges = _changes.Skip(from).Take(PerPage) },
        };
        var next = $"{from + PerPage}";
        if (from + PerPage < _changes.Length && _isOld)
            answer["query-continue"] = new { recentchanges = new { rccontinue = next } };
        else if (from + PerPage < _changes.Length)
            answer["continue"] = new Dictionary<string, string> { ["rccontinue"] = next, ["continue"] = "-||" };

        return answer;
    }
}
