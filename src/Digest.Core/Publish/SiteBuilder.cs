using System.Text;
using Digest.Model;
using Digest.Templating;

namespace Digest.Publish;

/// <summary>
/// Builds every page and feed of a newsletter from its frozen issues. The bytes depend on issues, settings and
/// templates alone, so a build that has nothing new to say is the same build (standards.md F4).
/// </summary>
public sealed class SiteBuilder(IPublishedIssueStore store, SiteAddress site, Templates templates)
{
    private const int PageSize = 100;
    private const string Html = "text/html; charset=utf-8";
    private const string Text = "text/plain; charset=utf-8";

    /// <exception cref="DigestException">A template is missing or broken.</exception>
    public async Task<IReadOnlyList<PublishedFile>> BuildAsync(
        Newsletter newsletter, CancellationToken cancellationToken)
    {
        var issues = await ListAsync(newsletter, cancellationToken);
        var newest = issues.Count > 0 ? issues.Max(issue => ApprovedAt(issue)) : DateTimeOffset.UnixEpoch;
        var index = new IndexPage(site, templates).Render(newsletter, issues);

        // Later files of a name win: a special issue called "index" must not take the front page.
        var files = new Dictionary<string, PublishedFile>(StringComparer.Ordinal);
        foreach (var file in issues.SelectMany(IssueFiles).Append(File("index.html", Html, index, newest)))
            files[file.Name] = file;
        foreach (var file in new FeedFiles(newsletter, site).Of(issues))
            files[file.Name] = file;

        return [.. files.Values];
    }

    private async Task<List<FrozenIssue>> ListAsync(Newsletter newsletter, CancellationToken cancellationToken)
    {
        var issues = new List<FrozenIssue>();
        IReadOnlyList<FrozenIssue> page;
        do
        {
            page = await store.ListAsync(newsletter.Slug, issues.Count, PageSize, cancellationToken);
            issues.AddRange(page);
        }
        while (page.Count == PageSize);

        return issues;
    }

    private static IEnumerable<PublishedFile> IssueFiles(FrozenIssue issue)
    {
        var stem = issue.Issue.Ref.FileStem;
        yield return File($"{stem}.html", Html, issue.Page, ApprovedAt(issue));
        yield return File($"{stem}.txt", Text, WebText.From(issue.Text), ApprovedAt(issue));
    }

    private static DateTimeOffset ApprovedAt(FrozenIssue issue) => issue.Issue.Approved ?? issue.Issue.Created;

    private static PublishedFile File(string name, string mediaType, string text, DateTimeOffset lastModified) =>
        new(name, mediaType, Encoding.UTF8.GetBytes(text), lastModified);
}
