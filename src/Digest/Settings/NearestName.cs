namespace Digest.Settings;

/// <summary>Finds the name that somebody may have meant.</summary>
public static class NearestName
{
    /// <summary>A clause for a message: the near name, or all of them.</summary>
    public static string Advice(string given, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        return Find(given, names) is { } near ? $"did you mean {near}?" : $"there are {string.Join(", ", names)}";
    }

    /// <summary>The nearest name if it is near enough to be a slip of the pen, else null.</summary>
    public static string? Find(string given, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (Name: name, Distance: Distance(given, name)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, given.Length / 3) ? nearest.Name : null;
    }

    /// <summary>Edits between two names (Levenshtein), without regard to case.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
