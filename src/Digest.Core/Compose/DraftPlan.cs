using Digest.Model;

namespace Digest.Compose;

/// <summary>Puts items into sections and in order.</summary>
internal sealed class DraftPlan(Newsletter newsletter)
{
    private readonly SectionRouter _router = new(newsletter, DraftWords.For(newsletter.Language));

    /// <summary>The text with the items added to their sections.</summary>
    public string Add(string text, IReadOnlyList<MergedItem> items)
    {
        var entries = items
            .OrderBy(merged => merged.Item.Content.Published ?? merged.Item.FirstSeen)
            .ThenBy(merged => merged.Item.FirstSeen)
            .ThenBy(merged => merged.Item.Id, StringComparer.Ordinal)
            .Select(merged => DraftEntry.Of(merged, _router.Route(merged.Item), newsletter))
            .ToList();
        return DraftAppender.Add(text, _router.Outline, entries);
    }
}
