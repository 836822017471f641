using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;

namespace Digest.Gather.MediaWiki;

/// <summary>One edit of one page.</summary>
internal sealed record WikiChange(string Title, long Revision)
{
    public long PageId { get; init; }

    public bool IsNew { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>Null for hidden names, and for people who are known by their network address alone.</summary>
    public string? User { get; init; }

    public string Comment { get; init; } = "";

    /// <param name="row">A row of <c>recentchanges</c>, in the form of any version since 1.19.</param>
    /// <returns>Null for what is no edit of a page.</returns>
    public static WikiChange? OfRecent(JsonElement row) =>
        row.Text("type") is null or "edit" or "new" && row.Text("title") is { } title
            ? Of(row, title, row.Number("pageid") ?? 0, row.Text("type") == "new")
            : null;

    /// <param name="row">A revision of a page.</param>
    public static WikiChange? OfRevision(JsonElement row, string title, long pageId) =>
        Of(row, title, pageId, row.Number("parentid") == 0);

    private static WikiChange? Of(JsonElement row, string title, long pageId, bool isNew)
    {
        if (row.Number("revid") is not (> 0 and var revision) || PlainLine.Of(title) is not { Length: > 0 } name)
            return null;

        // The first form of the API writes a true flag as an empty text, the second as true.
        var isNamed = !row.IsSet("anon") && !row.IsSet("userhidden") && !row.IsSet("temp");
        var user = isNamed ? PlainLine.Of(row.Text("user") ?? "") : "";
        return new WikiChange(name, revision)
        {
            PageId = pageId,
            IsNew = isNew,
            At = row.Moment("timestamp"),
            User = user.Length > 0 ? user : null,
            Comment = row.IsSet("commenthidden") ? "" : row.Text("comment") ?? "",
        };
    }
}
