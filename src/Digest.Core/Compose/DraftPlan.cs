using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Puts items into sections and in order.</summary>
internal sealed class DraftPlan(Newsletter newsletter)
{
    private readonly SectionRouter _router = new(newsletter, DraftWords.For(newsletter.Language));

    /// <summary>The text with the items added to their sections.</summary>
    public string Add(string text, IReadOnlyList<Story> items)
    {
        var entries = items
            .OrderBy(story => story.Lead.Content.Published ?? story.Lead.FirstSeen)
            .ThenBy(story => story.Lead.FirstSeen)
            .ThenBy(story => story.Lead.Id, StringComparer.Ordinal)
            .Select(story => DraftEntry.Of(story, _router.Route(story.Lead), newsletter))
            .ToList();
        return DraftAppender.Add(text, _router.Outline, entries);
    }
}
