namespace Digest.Feeds;

/// <summary>
/// Gives every entry an id of its own within the feed. Some feeds give none, some give all entries the same, and some
/// repeat an entry.
/// </summary>
internal static class Identities
{
    public static IReadOnlyList<FeedEntry> MakeUnique(IEnumerable<FeedEntry> entries, FeedWarnings warnings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var contents = new HashSet<string>(StringComparer.Ordinal);
        var unique = new List<FeedEntry>();
        foreach (var entry in entries)
        {
            var content = ContentHash.Of(entry);
            var isNew = contents.Add(content);
            if (ids.Add(entry.Id.Length > 0 ? entry.Id : content))
                unique.Add(entry.Id.Length > 0 ? entry : entry with { Id = content });
            else if (isNew && ids.Add(content))
                unique.Add(entry with { Id = content });
            else
                warnings.Add($"entry '{Short(entry.Title)}' stands there twice; the first was kept");
        }

        return unique;
    }

    private static string Short(string title) => title.Length <= 60 ? title : title[..60] + "…";
}
