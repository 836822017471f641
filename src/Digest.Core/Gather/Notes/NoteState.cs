using Digest.Feeds;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Notes;

/// <summary>
/// What a note says of its own readiness: Jekyll's <c>published: false</c> and <c>_drafts</c>, Hugo's <c>draft</c>,
/// <c>publishDate</c> and <c>expiryDate</c>, Pelican's <c>status</c>. Hugo's <c>_index.md</c> is no note.
/// </summary>
internal static class NoteState
{
    /// <param name="matter">What stands before the text.</param>
    /// <param name="path">The path inside the folder, with slashes.</param>
    /// <param name="now">The moment of the run.</param>
    /// <param name="zone">Of dates that name none.</param>
    public static bool IsHidden(FrontMatter matter, string path, DateTimeOffset now, TimeZoneInfo zone) =>
        Is(matter["draft"], "true", "yes", "1")
        || Is(matter["published"], "false", "no", "0")
        || Is(matter["status"], "draft", "hidden", "skip")
        || path.Split('/').SkipLast(1).Any(folder => folder is "_drafts")
        || MarkdownName.Of(path).Slug == "_index"
        || (FeedDate.TryParse(matter["expiryDate"], zone, out var end) && end <= now);

    /// <summary>The date from which a note is public, where it names one beside its date.</summary>
    public static DateTimeOffset? PublishedFrom(FrontMatter matter, TimeZoneInfo zone) =>
        FeedDate.TryParse(matter["publishDate"], zone, out var date) ? date : null;

    private static bool Is(string? value, params string[] words) =>
        words.Contains(value, StringComparer.OrdinalIgnoreCase);
}
