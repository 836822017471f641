namespace Digest.Feeds;

/// <summary>Makes ids unique within a feed. Some feeds repeat an entry, others give all entries one id.</summary>
internal static class Identities
{
    public static IReadOnlyList<FeedEntry> MakeUnique(IEnumerable<FeedEntry> entries, FeedWarnings warnings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unique = new List<FeedEntry>();
        foreach (var entry in entries)
        {
            var other = entry with { Id = ContentHash.Of(entry.Url, entry.Title) };
            if (seen.Add(entry.Id))
                unique.Add(entry);
            else if (!unique.Exists(known => IsSame(known, entry)) && seen.Add(other.Id))
                unique.Add(other);
            else
                warnings.Add($"entry '{Short(entry.Title)}' stands there twice; the first was kept");
        }

        return unique;
    }

    private static bool IsSame(FeedEntry one, FeedEntry other) => one.Url == other.Url && one.Title == other.Title;

    private static string Short(string title) => title.Length <= 60 ? title : title[..60] + "…";
}
