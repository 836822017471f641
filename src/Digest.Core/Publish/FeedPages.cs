using System.Globalization;
using Digest.Model;
using Digest.Templating;

namespace Digest.Publish;

/// <summary>
/// Divides the issues of a newsletter among the documents of a feed (RFC 5005 §4). Archives are filled from the oldest
/// issue on and are closed for good, so that a new issue changes the current document alone, once in a while adds an
/// archive, and nothing stands in two places.
/// </summary>
internal static class FeedPages
{
    /// <param name="issues">Newest first.</param>
    /// <param name="size">Entries of an archive, or a few more: issues are never cut. The current document holds as
    /// many at least, if there are so many.</param>
    /// <returns>The current document first, then archives, the newest first.</returns>
    public static IReadOnlyList<FeedPage> Of(SiteFeed feed, IReadOnlyList<FrozenIssue> issues, int size)
    {
        var parts = Parts(feed, issues, size);
        var oldest = parts.Count > 1 ? ArchiveName(feed, 1) : feed.Name;
        return
        [
            .. parts.Select((part, index) => new FeedPage(
                index == parts.Count - 1 ? feed.Name : ArchiveName(feed, index + 1),
                [.. part.AsEnumerable().Reverse()],
                IsArchive: index < parts.Count - 1,
                Older: index > 0 ? ArchiveName(feed, index) : null,
                oldest)).Reverse(),
        ];
    }

    /// <summary>Oldest first, and so is what they hold; the last is the current document.</summary>
    private static List<List<FrozenIssue>> Parts(SiteFeed feed, IReadOnlyList<FrozenIssue> issues, int size)
    {
        var parts = new List<List<FrozenIssue>> { new() };
        var left = issues.Sum(issue => EntriesOf(feed, issue));
        var held = 0;
        foreach (var issue in issues.Reverse())
        {
            parts[^1].Add(issue);
            held += EntriesOf(feed, issue);
            left -= EntriesOf(feed, issue);
            if (held < size || left < size)
                continue;

            parts.Add([]);
            held = 0;
        }

        return parts;
    }

    private static int EntriesOf(SiteFeed feed, FrozenIssue issue) => feed.IsPerStory ? issue.Stories.Count : 1;

    private static string ArchiveName(SiteFeed feed, int number)
    {
        var stem = Path.GetFileNameWithoutExtension(feed.Name);
        return string.Create(
            CultureInfo.InvariantCulture, $"{stem}-archive-{number}{Path.GetExtension(feed.Name)}");
    }
}
