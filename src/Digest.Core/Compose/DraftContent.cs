using Digest.Compose.Stories;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>What a draft's file tells already: items by their trace comments, and pages by their links.</summary>
internal sealed class DraftContent(IssueDocument document)
{
    private readonly HashSet<string> _ids =
    [
        .. DraftReader.Items(document).Select(item => item.ItemId).OfType<string>(),
    ];

    private readonly HashSet<string> _addresses =
    [
        .. DraftReader.Items(document)
            .SelectMany(item => MarkdownRenderer.Links(item.Markdown, document.LinkDefinitions))
            .Select(CanonicalUrl.Of)
            .OfType<string>(),
    ];

    /// <summary>True if the item, one of those story with it, or a link to its page is in the file.</summary>
    public bool Holds(Story story) => HoldsTrace(story)
        || (!story.StandsAlone
            && CanonicalUrl.Of(story.Lead.Content.Url) is { } address && _addresses.Contains(address));

    public bool HoldsTrace(Story story) => story.Items.Any(item => _ids.Contains(item.Id));

    /// <exception cref="DigestException">Something in the text swallows what was added behind it.</exception>
    public static void Verify(string path, string text, IReadOnlyList<Story> added)
    {
        if (text.Length > MarkdownDialect.LongestText)
        {
            throw new DigestException(
                $"{path}: {added.Count} new items would make it longer than {MarkdownDialect.LongestText} characters; "
                + "approve what is there, or shorten it");
        }

        var content = new DraftContent(IssueMarkdown.Parse(text));
        if (added.Any(item => !content.HoldsTrace(item)))
        {
            throw new DigestException(
                $"{path}: cannot be added to; close the code block (```) or comment (<!-- -->) that is open");
        }
    }
}
