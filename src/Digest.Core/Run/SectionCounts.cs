using Digest.Model;

namespace Digest.Run;

/// <summary>Counts an issue's items by section, in the issue's order.</summary>
public static class SectionCounts
{
    private const string Separator = " › ";

    public static IReadOnlyList<SectionCount> Of(FrozenIssue issue) =>
    [
        .. issue.Stories
            .GroupBy(story => string.Join(Separator, story.Section), StringComparer.Ordinal)
            .Select(section => new SectionCount(section.Key, section.Count())),
    ];

    public static IReadOnlyList<SectionCount> Of(IssueDocument document)
    {
        var counts = new List<SectionCount>();
        Collect(document.Sections, "", counts);
        return counts;
    }

    private static void Collect(IReadOnlyList<IssueSection> sections, string outer, List<SectionCount> counts)
    {
        foreach (var section in sections)
        {
            var title = outer.Length == 0 ? section.Title : outer + Separator + section.Title;
            if (section.Items.Count > 0)
                counts.Add(new SectionCount(title, section.Items.Count));
            Collect(section.Sections, title, counts);
        }
    }
}
