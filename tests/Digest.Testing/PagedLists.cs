using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>
/// Serves JSON lists as forges do: a page of rows at a time, the next one in a Link header, an ETag that is honoured.
/// </summary>
internal sealed class PagedLists(FakeFeedServer server, int perPage)
{
    private readonly Dictionary<string, List<string>> _rows = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];

    /// <summary>Paths with queries, in the order asked.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Stands in for the answer to a page when it gives a status; null answers as usual.</summary>
    public Func<HttpContext, int?> Refusal { get; set; } = _ => null;

    /// <summary>The address of the next page, made of the right one: a hostile server may name another.</summary>
    public Func<string, string> Next { get; set; } = next => next;

    public void Set(string path, IEnumerable<string> rows)
    {
        if (!_rows.ContainsKey(path))
            server.On(path, AnswerAsync);
        _rows[path] = [.. rows];
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _asked.Add(path + context.Request.QueryString);
        if (Refusal(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var page = int.TryParse(context.Request.Query["page"], out var number) ? number : 1;
        var rows = _rows[path].Skip((page - 1) * perPage).Take(perPage);
        var body = Encoding.UTF8.GetBytes($"[{string.Join(',', rows)}]");
        context.Response.Headers.ETag = $"W/\"{Convert.ToHexString(SHA256.HashData(body), 0, 8)}\"";
        if (_rows[path].Count > page * perPage)
        {
            var next = Next(server.Address($"{path}?page={page + 1}").AbsoluteUri);
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        if (context.Request.Headers.IfNoneMatch == context.Response.Headers.ETag)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
