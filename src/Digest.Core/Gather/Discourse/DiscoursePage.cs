using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;

namespace Digest.Gather.Discourse;

/// <summary>One page of a list of topics.</summary>
internal sealed record DiscoursePage(IReadOnlyList<DiscourseTopic> Topics, bool IsLast)
{
    /// <returns>Null if the answer is no list of topics.</returns>
    public static DiscoursePage? Of(JsonElement root)
    {
        var list = root.Part("topic_list");
        if (list.Part("topics").ValueKind != JsonValueKind.Array)
            return null;

        var users = new Dictionary<long, string>();
        foreach (var user in root.List("users"))
        {
            var name = PlainLine.Of(user.Text("name") ?? user.Text("username") ?? "");
            if (user.Number("id") is { } id && name.Length > 0)
                users[id] = name;
        }

        var rows = list.List("topics");
        return new DiscoursePage(
            [.. rows.Select(row => DiscourseTopic.Of(row, users)).OfType<DiscourseTopic>()],
            rows.Count == 0 || !list.Has("more_topics_url"));
    }

    /// <summary>
    /// True if all that can follow is older. Pinned topics stand before newer ones, and a topic without any date says
    /// nothing.
    /// </summary>
    public bool Reaches(DateTimeOffset since) => Topics.Any(topic => !topic.IsPinned && topic.Bumped < since);
}
