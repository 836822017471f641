using Microsoft.AspNetCore.Http;

namespace Digest.Testing;

/// <summary>A forum on loopback: lists of two topics a page, and topics with one post.</summary>
public sealed class FakeDiscourse(FakeFeedServer server)
{
    private const int PerPage = 2;

    /// <summary>Ids of topics whose text was asked for, in order.</summary>
    public List<int> Opened { get; } = [];

    /// <param name="path">Without ending: <c>latest</c>.</param>
    public FakeDiscourse List(string path, params object[] topics)
    {
        server.On($"/{path}.json", context =>
        {
            var page = int.TryParse(context.Request.Query["page"], out var number) ? number : 0;
            var more = topics.Length > (page + 1) * PerPage ? $"/{path}?page={page + 1}" : null;
            var rows = topics.Skip(page * PerPage).Take(PerPage);
            return context.Response.WriteAsJsonAsync(new
            {
                users = new[] { new { id = 1, username = "marit" } },
                topic_list = new { more_topics_url = more, topics = rows },
            });
        });
        return this;
    }

    public FakeDiscourse Post(int id, string html)
    {
        server.On($"/t/{id}.json", context =>
        {
            Opened.Add(id);
            return context.Response.WriteAsJsonAsync(new
            {
                participant_count = 3,
                post_stream = new { posts = new[] { new { post_number = 1, cooked = html, username = "marit" } } },
            });
        });
        return this;
    }

    public static object Topic(int id, string title, string? bumped, bool pinned = false, string? created = null) => new
    {
        id,
        title,
        slug = "keel",
        posts_count = 4,
        created_at = created ?? bumped,
        bumped_at = bumped,
        last_posted_at = (string?)null,
        pinned,
        posters = new[] { new { user_id = 1 } },
    };
}
