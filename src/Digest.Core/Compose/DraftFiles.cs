using Digest.Files;
using Digest.Model;

namespace Digest.Compose;

/// <summary>The Markdown files below <c>digests/&lt;newsletter&gt;/issues</c>.</summary>
public static class DraftFiles
{
    /// <summary>The absolute path of an issue's file, whether or not it exists.</summary>
    public static string PathOf(Newsletter newsletter, IssueRef issue) =>
        Path.Combine(newsletter.Folder, "issues", $"{issue.FileStem}.md");

    /// <summary>The file's text, or null if there is none. UTF-8, a BOM is dropped, line ends are as in the file.</summary>
    public static async Task<string?> ReadAsync(
        Newsletter newsletter, IssueRef issue, CancellationToken cancellationToken)
    {
        var path = PathOf(newsletter, issue);
        return File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false) : null;
    }

    public static Task WriteAsync(
        Newsletter newsletter, IssueRef issue, string text, CancellationToken cancellationToken) =>
        AtomicFile.WriteAsync(PathOf(newsletter, issue), text, cancellationToken);
}
