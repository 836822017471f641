using System.Globalization;
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
    private const int MostLinks = 3;
    private const string HardBreak = "  \n";

    public static DraftEntry Of(MergedItem merged, SectionRoute route, Newsletter newsletter, DraftWords words)
    {
        var content = merged.Item.Content;
        var blocks = ItemBody.Shorten(content.Body).ToList();
        var title = Title(content);
        if (blocks.Count > 0 && IsParagraph(blocks[0]))
            blocks[0] = title + HardBreak + blocks[0];
        else
            blocks.Insert(0, title);

        var credit = string.Format(CultureInfo.InvariantCulture, words.Source, Credit(merged.Item));
        if (IsParagraph(blocks[^1]))
            blocks[^1] += credit;
        else
            blocks.Add(credit.Trim());

        blocks[^1] += string.Concat(Links(content, blocks).Select(link => HardBreak + MarkdownText.Link(link)));
        var trace = TraceComment.Of(merged, route, newsletter);
        return new DraftEntry(route.Path, merged.Item.Id, $"{trace}\n{string.Join("\n\n", blocks)}");
    }

    private static string Title(GatheredItem content)
    {
        var title = MarkdownText.Inside(content.Title);
        return title.Length > 0 ? $"**{title}**" : $"**{MarkdownText.Inside(content.Url ?? content.ExternalId)}**";
    }

    private static bool IsParagraph(string block) => char.IsLetterOrDigit(block[0]) && !block.Contains("\n|")
        ? !char.IsAsciiDigit(block[0]) || !block.TakeWhile(c => c is not (' ' or '\n')).Any(c => c is '.' or ')' or '、')
        : block[0] is '(' or '（' or '"' or '“' or '「' or '『' or '《' or '【' or '\\' || block.StartsWith("**", StringComparison.Ordinal)
            || (block[0] == '[' && !block.StartsWith("[^", StringComparison.Ordinal));

    private static string Credit(Item item)
    {
        var author = item.Content.Author?.Trim() ?? "";
        var source = MarkdownText.Inside(item.SourceId);

        // Feeds like to give an address for an author, and no address belongs on a public page.
        return author.Length is 0 or > LongestAuthor || author.Contains('@') || author.Contains("://", StringComparison.Ordinal)
            ? source
            : $"{MarkdownText.Inside(author)}, {source}";
    }

    private static IEnumerable<string> Links(GatheredItem content, IReadOnlyList<string> blocks)
    {
        if (!string.IsNullOrWhiteSpace(content.Url))
            return [content.Url];

        // An item that lives nowhere is worth its links: those that were cut off with its text are kept.
        var kept = blocks.SelectMany(block => MarkdownRenderer.Links(block, "")).ToHashSet(StringComparer.Ordinal);
        return MarkdownRenderer.Links(content.Body, "")
            .Where(link => CanonicalUrl.Of(link) is not null && !kept.Contains(link))
            .Distinct(StringComparer.Ordinal)
            .Take(MostLinks);
    }
}
