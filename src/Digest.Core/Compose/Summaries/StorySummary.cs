using Digest.Compose.Stories;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose.Summaries;

/// <summary>A first text for a story whose item has none, or too much of it.</summary>
internal static class StorySummary
{
    // Up to here an item's own beginning serves: it is what its author put first.
    private const int LongText = 3 * ItemBody.Limit;
    private const int ShortestLead = 60;

    /// <summary>Null where the item's own text serves, or where there is nothing to take one from.</summary>
    public static string? Of(Story story, Newsletter newsletter)
    {
        var body = story.Lead.Content.Body;
        var paragraphs = MarkdownRenderer.ToWords(body) switch
        {
            { Length: 0 } => FromOthers(story, newsletter),
            { Length: > LongText } when !BeginsWell(body) => SummaryText.Paragraphs(body),
            _ => [],
        };
        var sentences = Summarizer.Of(story.Lead.Content.Title, paragraphs, ItemBody.Limit);
        return sentences.Count > 0 && SummaryCheck.Missing(sentences, paragraphs).Count == 0
            ? Summarizer.Join(sentences)
            : null;
    }

    /// <summary>Texts of the other items in the item's language: a text stands under one language only.</summary>
    private static IReadOnlyList<string> FromOthers(Story story, Newsletter newsletter)
    {
        var language = ItemLanguage.Foreign(story.Lead, newsletter);
        return
        [
            .. story.Also.Select(member => member.Item)
                .Where(item => ItemLanguage.Foreign(item, newsletter) == language)
                .SelectMany(item => SummaryText.Paragraphs(item.Content.Body)),
        ];
    }

    private static bool BeginsWell(string body) =>
        ItemBody.FirstWhole(body) is { } block && MarkdownRenderer.ToWords(block).Length >= ShortestLead;
}
