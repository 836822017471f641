using System.Globalization;
using Digest.Compose.Ranking;
using Digest.Compose.Summaries;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>What is written into a draft for one item.</summary>
/// <param name="Section">Section titles from the outside in.</param>
/// <param name="ItemId">The id of its trace comment.</param>
/// <param name="Text">Trace comment, text and link, LF line ends, no blank line around.</param>
internal sealed record DraftEntry(IReadOnlyList<string> Section, string ItemId, string Text)
{
    private const int LongestAuthor = 60;
    private const int LongestChange = 160;
    private const int MostLinks = 3;
    private const string HardBreak = "  \n";

    public static DraftEntry Of(PlannedStory planned, Newsletter newsletter)
    {
        var (story, route) = (planned.Story, planned.Route);
        var item = story.Lead;
        var summary = StorySummary.Of(story, newsletter);
        IReadOnlyList<string> body = summary is null
            ? ItemBody.Shorten(item.Content.Body)
            : [MarkdownText.Line(summary)];
        var words = DraftWords.For(ItemLanguage.Foreign(item, newsletter) ?? newsletter.Language);
        var change = Change(item.Content.Signals.Change);
        var text = Paragraphs(item, [.. change, .. body], words);

        // Blocks that are harmless alone may not be so behind each other, as a line of === below a title.
        if (!ItemBody.IsHarmless(text))
            text = Paragraphs(item, [.. change, .. ItemBody.Words(item.Content.Body)], words);

        var trace = TraceComment.Of(planned, newsletter, summary is not null);
        return new DraftEntry(route.Path, item.Id, $"{trace}\n{text}");
    }

    /// <summary>
    /// What went from one state to another is the news; the text of a bug is the same as when it was reported.
    /// </summary>
    private static IEnumerable<string> Change(string? change) =>
        change is not null && change.Contains('→', StringComparison.Ordinal)
            ? [MarkdownText.Line(Excerpt.Of(change, LongestChange))]
            : [];

    private static string Paragraphs(Item item, IReadOnlyList<string> body, DraftWords words)
    {
        var blocks = body.ToList();
        if (blocks.Count > 0 && ItemBody.IsParagraph(blocks[0]))
            blocks[0] = Title(item.Content) + HardBreak + blocks[0];
        else
            blocks.Insert(0, Title(item.Content));

        var credit = Credit(item.Content.Author, words);
        var links = Links(item.Content, blocks).Select(MarkdownText.Link);

        // Behind a list or a quote they make a paragraph of their own, or they would become part of it.
        if (ItemBody.IsParagraph(blocks[^1]))
            blocks[^1] = string.Join(HardBreak, links.Prepend(blocks[^1] + credit));
        else if (links.Prepend(credit.Trim()).Where(line => line.Length > 0).ToList() is { Count: > 0 } lines)
            blocks.Add(string.Join(HardBreak, lines));

        return string.Join("\n\n", blocks);
    }

    private static string Title(GatheredItem content)
    {
        var title = MarkdownText.Inside(content.Title);
        return $"**{(title.Length > 0 ? title : MarkdownText.Inside(content.Url ?? content.ExternalId))}**";
    }

    /// <summary>Empty where nobody is named: which source brought an item means nothing to a reader.</summary>
    private static string Credit(string? author, DraftWords words)
    {
        var name = author?.Trim() ?? "";

        // Feeds like to give an address for an author, and no address belongs on a public page.
        var isName = name.Length is > 0 and <= LongestAuthor && !name.Contains('@') && !name.Contains("://");
        return isName ? string.Format(CultureInfo.InvariantCulture, words.Author, MarkdownText.Inside(name)) : "";
    }

    private static IEnumerable<string> Links(GatheredItem content, IReadOnlyList<string> blocks)
    {
        if (!string.IsNullOrWhiteSpace(content.Url))
            return [CanonicalUrl.WithoutTracking(content.Url)];

        // An item that lives nowhere is worth its links: those that were cut off with its text are kept.
        var kept = blocks.SelectMany(block => MarkdownRenderer.Links(block, "")).ToHashSet(StringComparer.Ordinal);
        return MarkdownRenderer.Links(content.Body, "")
            .Where(link => CanonicalUrl.Of(link) is not null && !kept.Contains(link))
            .Select(CanonicalUrl.WithoutTracking)
            .Distinct(StringComparer.Ordinal)
            .Take(MostLinks);
    }
}
