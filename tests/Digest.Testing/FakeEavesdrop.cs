using System.Text;

namespace Digest.Testing;

/// <summary>A server of meeting minutes on loopback, with the listings of a plain directory.</summary>
public sealed class FakeEavesdrop(FakeFeedServer server)
{
    private readonly Dictionary<string, SortedSet<string>> _folders = new(StringComparer.Ordinal);

    public Uri Root => server.Address("/meetings/");

    /// <param name="path">Below the root: <c>keel/2026/keel.2026-11-12-14.00.txt</c>.</param>
    public FakeEavesdrop Add(string path, string text)
    {
        Serve($"/meetings/{path}", text, "text/plain");
        var parts = path.Split('/');
        for (var depth = 0; depth < parts.Length; depth++)
        {
            var folder = string.Concat(parts[..depth].Select(part => $"{part}/"));
            Link(folder, depth == parts.Length - 1 ? parts[depth] : $"{parts[depth]}/");
        }

        return this;
    }

    /// <summary>Puts a link on the listing of a folder, wherever it leads.</summary>
    public FakeEavesdrop Link(string folder, string link)
    {
        if (!_folders.TryGetValue(folder, out var links))
            _folders[folder] = links = ["?C=N;O=D", "/"];
        links.Add(link);
        var rows = string.Concat(links.Select(one => $"<a href=\"{one}\">x</a>\n"));
        Serve($"/meetings/{folder}", $"<html><h1>Index of</h1><pre>{rows}</pre></html>", "text/html");
        return this;
    }

    private void Serve(string path, string text, string type) => server.On(path, async context =>
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
    });
}
