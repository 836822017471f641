namespace Digest.Newsletters;

/// <summary>Finds what was probably meant by a mistyped word.</summary>
public static class NearWord
{
    private const int LongestWord = 64;

    /// <summary>A clause for the end of a message, such as <c>; did you mean 'sources'?</c>, or nothing.</summary>
    public static string Suggest(string word, IEnumerable<string> known) =>
        Find(word, known) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>The nearest of the known words, if it is near at all: about one letter in three may differ.</summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
            return null;

        var best = known
            .Select(candidate => (candidate, distance: Distance(Fold(word), Fold(candidate))))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, word.Length / 3) ? best.candidate : null;
    }

    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_');

    /// <summary>Damerau and Levenshtein: insertions, deletions, replacements and swapped neighbours.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[left.Length, right.Length];
    }
}
