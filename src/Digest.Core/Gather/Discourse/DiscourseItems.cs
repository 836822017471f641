using System.Text.Json;
using Digest.Gather.Json;
using Digest.Markup;
using Digest.Model;

namespace Digest.Gather.Discourse;

/// <summary>Turns topics into items.</summary>
internal static class DiscourseItems
{
    /// <param name="topic">As the list tells it.</param>
    /// <param name="detail">The topic's own answer; an empty part if it was not asked for.</param>
    /// <param name="root">The forum's address.</param>
    /// <param name="category">The name of its category, or null.</param>
    /// <param name="source">Whose tags and language are added.</param>
    public static GatheredItem Of(
        DiscourseTopic topic, JsonElement detail, Uri root, string? category, SourceDefinition source)
    {
        var url = AddressOf(topic, root);
        var posts = detail.Part("post_stream").List("posts");
        var first = posts.FirstOrDefault(post => post.Number("post_number") == 1);
        var body = HtmlToMarkdown.Convert(first.Text("cooked") ?? topic.Excerpt ?? "", new Uri(url)).Trim();
        var author = PlainLine.Of(first.Text("name") ?? first.Text("username") ?? topic.Author ?? "");
        return new GatheredItem
        {
            ExternalId = FormattableString.Invariant($"topic/{topic.Id}"),
            Title = topic.Title.Length > 0 ? topic.Title : FormattableString.Invariant($"#{topic.Id}"),
            Url = url,
            Body = body,
            Author = author.Length > 0 ? author : null,
            Language = source.Language,
            Tags = ItemTags.Union(category is null ? [] : [category], topic.Tags, source.Tags),
            Published = topic.Created,
            Signals = new ItemSignals
            {
                Replies = topic.Replies,
                Participants = detail.Count("participant_count"),
                Importance = topic.Likes is > 0 and var likes ? FormattableString.Invariant($"{likes} ♥") : null,
            },
        };
    }

    // A forum finds a topic by its number alone; a slug that could lead elsewhere is left out.
    private static string AddressOf(DiscourseTopic topic, Uri root)
    {
        var slug = topic.Slug is { Length: <= 300 } text ? Uri.EscapeDataString(text) : "";
        var name = slug.Length is > 0 and <= 900 && slug is not ("." or "..") ? $"{slug}/" : "";
        return new Uri(root, FormattableString.Invariant($"t/{name}{topic.Id}")).AbsoluteUri;
    }
}
