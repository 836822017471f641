using Digest.Markup;
using Digest.Model;

namespace Digest.Compose.Ranking;

/// <summary>Divides stories into those that there is room for and those that there is none for.</summary>
/// <param name="document">The draft as it stands: what is in a section counts, whoever wrote it.</param>
/// <param name="atOnce">The most stories that may be taken, whatever their sections.</param>
internal sealed class SectionRoom(IssueDocument document, int atOnce)
{
    /// <param name="ranked">The best first.</param>
    /// <param name="included">Ids of items that are taken whatever the limit of their section.</param>
    public (IReadOnlyList<PlannedStory> Taken, IReadOnlyList<PlannedStory> Over) Divide(
        IReadOnlyList<PlannedStory> ranked, IReadOnlyCollection<string> included)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new List<PlannedStory>();
        var over = new List<PlannedStory>();
        foreach (var story in ranked)
        {
            var key = string.Join('\n', story.Route.Path);
            var count = counts.TryGetValue(key, out var known) ? known : CountOf(story.Route.Path);
            var isNamed = story.Story.Items.Any(item => included.Contains(item.Id));
            var fits = isNamed || (taken.Count < atOnce && count < (story.Route.Most ?? int.MaxValue));
            counts[key] = fits ? count + 1 : count;
            (fits ? taken : over).Add(story);
        }

        return (taken, over);
    }

    private int CountOf(IReadOnlyList<string> path)
    {
        var (sections, items) = (document.Sections, 0);
        foreach (var title in path)
        {
            var words = MarkdownRenderer.ToWords(MarkdownText.Inside(title));
            var found = sections.FirstOrDefault(section => section.Title.Trim() == words);
            (sections, items) = (found?.Sections ?? [], found?.Items.Count ?? 0);
        }

        return items;
    }
}
