using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;

namespace Digest.Gather.Discourse;

/// <summary>
/// A topic as a forum's lists tell it. Any moment may be missing: the last post of an empty topic is null.
/// </summary>
internal sealed record DiscourseTopic(long Id, string Title)
{
    public string? Slug { get; init; }

    public DateTimeOffset? Created { get; init; }

    /// <summary>When it last came to the top of the list.</summary>
    public DateTimeOffset? Bumped { get; init; }

    /// <summary>Stands at the top whatever its age.</summary>
    public bool IsPinned { get; init; }

    public int? Replies { get; init; }

    public int? Likes { get; init; }

    public long? Category { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>HTML, for few topics only.</summary>
    public string? Excerpt { get; init; }

    public string? Author { get; init; }

    /// <param name="row">A row of <c>topic_list.topics</c>.</param>
    /// <param name="users">Names by user id.</param>
    /// <returns>Null for what is no public topic.</returns>
    public static DiscourseTopic? Of(JsonElement row, IReadOnlyDictionary<long, string> users)
    {
        var isOpen = row.Text("archetype") is null or "regular" && row.Part("visible").ValueKind != JsonValueKind.False;
        if (!isOpen || row.Number("id") is not (> 0 and var id))
            return null;

        // The first of the posters opened the topic; what the list calls them depends on the forum's language.
        var opener = row.List("posters") is [var first, ..] ? first.Number("user_id") : null;
        var created = row.Moment("created_at");
        return new DiscourseTopic(id, PlainLine.Of(row.Text("title") ?? row.Text("fancy_title") ?? ""))
        {
            Slug = row.Text("slug"),
            Created = created,
            Bumped = row.Moment("bumped_at") ?? row.Moment("last_posted_at") ?? created,
            IsPinned = row.Flag("pinned") || row.Flag("pinned_globally"),
            Replies = row.Count("posts_count") is { } posts ? Math.Max(0, posts - 1) : row.Count("reply_count"),
            Likes = row.Count("like_count"),
            Category = row.Number("category_id"),
            Tags = [.. row.Texts("tags", "name")],
            Excerpt = row.Text("excerpt"),
            Author = opener is { } user ? users.GetValueOrDefault(user) : null,
        };
    }
}
