using Digest.Compose.Stories;
using Digest.Model;

namespace Digest.Compose.Ranking;

/// <summary>Counts who tells a story independently: a blog and the planet that carries it are one voice.</summary>
internal static class Voices
{
    /// <summary>At least 1. Items of one source, or of one author, count once.</summary>
    public static int CountOf(Story story)
    {
        var voices = new List<HashSet<string>>();
        foreach (var item in story.Items)
        {
            var names = NamesOf(item);
            var known = voices.Where(voice => voice.Overlaps(names)).ToList();
            voices.RemoveAll(known.Contains);
            voices.Add([.. names, .. known.SelectMany(voice => voice)]);
        }

        return voices.Count;
    }

    private static HashSet<string> NamesOf(Item item)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { $"source {item.SourceId}" };
        if (item.Content.Author is { } author && !string.IsNullOrWhiteSpace(author))
            names.Add($"author {author.Trim()}");

        return names;
    }
}
