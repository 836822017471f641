namespace Digest.Gather.Meetbot;

/// <summary>
/// Which meetings an editor wants. Who starts a meeting types its name, and a slip makes a folder of its own: one that
/// is nearly wanted is pointed out, and not taken for the other.
/// </summary>
/// <param name="wanted">Names; empty for all.</param>
internal sealed class MeetingNames(IReadOnlyList<string> wanted)
{
    private const int ShortestName = 5;
    private const int MostSlips = 2;

    /// <param name="near">The wanted name that this one is a slip of; null if it is wanted itself.</param>
    /// <returns>True if the folder is to be looked into.</returns>
    public bool Wants(string name, out string? near)
    {
        near = null;
        if (wanted.Count == 0 || wanted.Contains(name, StringComparer.OrdinalIgnoreCase))
            return true;

        near = wanted.FirstOrDefault(one => one.Length >= ShortestName && Slips(one, name) <= MostSlips);
        return near is not null;
    }

    /// <summary>What is wanted and was not met.</summary>
    public IReadOnlyList<string> Missing(IReadOnlySet<string> found) =>
        [.. wanted.Where(name => !found.Contains(name))];

    /// <summary>Letters to change, add or leave out, by Levenshtein's rows.</summary>
    private static int Slips(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostSlips)
            return int.MaxValue;

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < other.Length; j++)
            {
                var change = diagonal + (char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(change, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
