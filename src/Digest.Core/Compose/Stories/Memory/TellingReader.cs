using Digest.Compose.Stories.Objects;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose.Stories.Memory;

/// <summary>Takes out of a frozen issue what later issues are compared with.</summary>
internal static class TellingReader
{
    private const int LongestText = 400;
    private const int MostKeys = 24;

    public static IReadOnlyList<Telling> Of(UntoldIssue issue)
    {
        var tellings = issue.Content.Stories.Select(story => Of(issue.Content.Issue, story)).ToList();
        foreach (var item in issue.Items)
            Add(tellings, issue.Content.Issue, item);

        return tellings;
    }

    private static Telling Of(Issue issue, FrozenStory story)
    {
        var markdown = HtmlToMarkdown.Convert(story.Html, null);
        var words = MarkdownRenderer.ToWords(markdown);
        var links = AddressScanner.In(markdown).Prepend(story.Url ?? "")
            .Select(AddressObject.Of).OfType<AddressObject>().Select(link => link.Key);
        var keys = links.Concat(TextObjects.In(words, ticket: null).Select(KeyForm.Of));
        if (ReleaseTitle.KeyOf(story.Title) is { } release)
            keys = keys.Append(release);

        return New(issue, story.Title, words, keys);
    }

    // What a source said an item is may not stand in the text that an editor made of it.
    private static void Add(List<Telling> tellings, Issue issue, GatheredItem item)
    {
        var own = ItemKeys.Of(item).Own.ToList();
        var at = tellings.FindIndex(telling => telling.Title == item.Title || telling.Keys.Intersect(own).Any());
        if (at >= 0)
            tellings[at] = tellings[at] with { Keys = Some(tellings[at].Keys.Concat(own)) };
        else if (own.Count > 0)
            tellings.Add(New(issue, item.Title, "", own));
    }

    private static Telling New(Issue issue, string title, string text, IEnumerable<string> keys) => new(
        issue.Ref, issue.Title, title, text.Length <= LongestText ? text : text[..LongestText], Some(keys));

    private static List<string> Some(IEnumerable<string> keys) =>
        [.. keys.Distinct(StringComparer.Ordinal).Take(MostKeys)];
}
