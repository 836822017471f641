namespace Digest.Feeds;

/// <summary>
/// Gives every entry an id of its own within the feed. Some feeds give none, some give all entries the same, and some
/// repeat an entry.
/// </summary>
internal static class Identities
{
    public static IReadOnlyList<FeedEntry> MakeUnique(IReadOnlyList<FeedEntry> entries, FeedWarnings warnings)
    {
        var ids = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        HashSet<string>? contents = null;
        var unique = new List<FeedEntry>(entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Id.Length > 0 && ids.Add(entry.Id))
            {
                contents?.Add(ContentHash.Of(entry));
                unique.Add(entry);
                continue;
            }

            // Hashes are made from here on only: most feeds never need one.
            contents ??= [.. entries.Take(i).Select(ContentHash.Of)];
            var content = ContentHash.Of(entry);
            var isNew = contents.Add(content);
            if ((isNew || entry.Id.Length == 0) && ids.Add(content))
                unique.Add(entry with { Id = content });
            else
                warnings.Add($"entry '{Short(entry.Title)}' stands there twice; the first was kept");
        }

        return unique;
    }

    private static string Short(string title) => title.Length <= 60 ? title : title[..60] + "…";
}
