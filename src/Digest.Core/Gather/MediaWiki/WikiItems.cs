using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.MediaWiki;

/// <summary>Turns edits into items: all edits of one page in one read are one item.</summary>
internal static class WikiItems
{
    private const int MostComments = 10;

    public static IReadOnlyList<GatheredItem> Of(
        IEnumerable<WikiChange> changes, WikiSite site, SourceDefinition source) =>
    [
        .. changes
            .DistinctBy(change => change.Revision)
            .GroupBy(change => change.PageId > 0 ? FormattableString.Invariant($"{change.PageId}") : change.Title)
            .Select(page => Of(page.Key, [.. page.OrderByDescending(change => change.Revision)], site, source))
            .OrderBy(item => item.Published),
    ];

    /// <param name="edits">Newest first.</param>
    private static GatheredItem Of(
        string page, IReadOnlyList<WikiChange> edits, WikiSite site, SourceDefinition source)
    {
        var newest = edits[0];
        var comments = edits.Select(edit => WikiComment.Of(edit.Comment)).ToList();
        var sections = comments.Select(comment => comment.Section).Distinct(StringComparer.Ordinal).ToList();
        var users = edits.Select(edit => edit.User).Distinct(StringComparer.Ordinal).ToList();
        return new GatheredItem
        {
            ExternalId = FormattableString.Invariant($"{page}@{newest.Revision}"),
            Title = newest.Title,
            Url = site.AddressOf(newest.Title, sections is [{ } only] ? only : null),
            Body = Body(comments),
            Author = users is [{ } user] ? user : null,
            Language = source.Language,
            Tags = ItemTags.Union(source.Tags),
            Published = newest.At,
            Kind = ItemKind.Page,
            Objects = [ObjectKey.WikiPage(site.Host, newest.Title)],
            Signals = new ItemSignals
            {
                Participants = users.Contains(null) ? null : users.Count,
                Change = edits.Any(edit => edit.IsNew) ? "new page"
                    : edits.Count > 1 ? FormattableString.Invariant($"{edits.Count} edits") : null,
            },
        };
    }

    /// <summary>One comment stands alone, several are a list from the first to the last.</summary>
    private static string Body(IEnumerable<WikiComment> newestFirst)
    {
        var said = newestFirst
            .Select(comment => comment.ToMarkdown())
            .Where(line => line.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(MostComments)
            .Reverse()
            .ToList();
        return said is [var only] ? only : string.Join('\n', said.Select(line => $"- {line}"));
    }
}
