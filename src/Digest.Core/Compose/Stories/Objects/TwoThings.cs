namespace Digest.Compose.Stories.Objects;

/// <summary>
/// Whether two items are two things of one row of numbers, as two changes or two bugs are. However alike their titles
/// are, they are two stories: a robot gives a hundred changes one title.
/// </summary>
internal static class TwoThings
{
    public static bool Are(ItemKeys one, ItemKeys other)
    {
        foreach (var (row, _) in one.Numbered)
        {
            if (Of(other, row).Any() && !Of(one, row).Intersect(Of(other, row), StringComparer.Ordinal).Any())
                return true;
        }

        return AreTwoProducts(one, other);
    }

    // "keel" and "keel-plugins" are released apart; "Driftwood Keel" may be another name of "keel".
    private static bool AreTwoProducts(ItemKeys one, ItemKeys other) =>
        one.Release is { } name && other.Release is { } otherName && name.Length != otherName.Length
        && (name.StartsWith($"{otherName}-", StringComparison.Ordinal)
            || otherName.StartsWith($"{name}-", StringComparison.Ordinal));

    /// <summary>In which row of numbers a key stands; null for what is told under several names.</summary>
    public static string? RowOf(string key) => KeyForm.KindOf(key) switch
    {
        "change" or "blueprint" => KeyForm.KindOf(key),
        // Two trackers may keep one bug, and two registers one advisory.
        "bug" or "ticket" => key[..(key.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? slash : 0)],
        "advisory" => key[..(key.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? dash : 0)],
        _ => null,
    };

    private static IEnumerable<string> Of(ItemKeys keys, string row) =>
        keys.Numbered.Where(one => one.Row == row).Select(one => one.Key);
}
