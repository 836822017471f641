using System.Text;
using Digest.Model;
using Digest.Publish;

namespace Digest.IntegrationTests.Web;

/// <summary>A built site that a test changes by hand, and the store whose version says so.</summary>
public sealed class PublishedDouble : IPublishedIssueStore
{
    public static readonly DateTimeOffset Approved = new(2026, 11, 13, 9, 30, 15, 700, TimeSpan.Zero);

    public string? Version { get; set; } = "1";

    public int Builds { get; private set; }

    public List<PublishedFile> Files { get; } =
    [
        Text("index.html", "text/html; charset=utf-8", "<!DOCTYPE html><title>Index</title>" + Filler),
        Text("001.html", "text/html; charset=utf-8", "<!DOCTYPE html><title>第一期</title>" + Filler),
        Text("001.txt", "text/plain; charset=utf-8", "第一期"),
        Text("feed.xml", "application/rss+xml; charset=utf-8", "<rss/>" + Filler) with
        {
            Links = ["<https://hub.example/>; rel=\"hub\"", "<https://news.example/weekly/feed.xml>; rel=\"self\""],
        },
        Text("atom.xml", "application/atom+xml; charset=utf-8", "<feed/>" + Filler),
        Text("feed.json", "application/feed+json; charset=utf-8", "{}" + Filler),
    ];

    private static string Filler => new(' ', 2000);

    public static PublishedFile Text(string name, string mediaType, string text) =>
        new(name, mediaType, Encoding.UTF8.GetBytes(text), Approved);

    public void Replace(PublishedFile file, string version)
    {
        Files.RemoveAll(old => old.Name == file.Name);
        Files.Add(file);
        Version = version;
    }

    public Task<IReadOnlyList<PublishedFile>> BuildAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        Builds++;
        return Task.FromResult<IReadOnlyList<PublishedFile>>([.. Files]);
    }

    public Task<string?> VersionAsync(string newsletter, CancellationToken cancellationToken) =>
        Version == "broken" ? throw new DigestException("/secret/path/digest.db is locked") : Task.FromResult(Version);

    public Task<IReadOnlyList<FrozenIssue>> ListAsync(
        string newsletter, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FrozenIssue>>([]);
}
