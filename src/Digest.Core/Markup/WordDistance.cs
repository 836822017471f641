namespace Digest.Markup;

/// <summary>How many letters two words differ by.</summary>
internal static class WordDistance
{
    // Two short words that differ by a letter are two words: qa and ha.
    private const int ShortestWord = 4;
    private const int LongestWord = 64;

    /// <summary>
    /// The one known word that differs by a letter, or only by case or spaces; null for none or several.
    /// </summary>
    public static string? OnlyNear(string word, IEnumerable<string> known) =>
        Near(word, known) is [var only] ? only : null;

    /// <summary>Every known word that differs by a letter, or only by case or spaces.</summary>
    public static IReadOnlyList<string> Near(string word, IEnumerable<string> known)
    {
        var folded = Fold(word);
        return [.. known.Where(candidate => IsNear(folded, Fold(candidate)))];
    }

    /// <summary>Damerau and Levenshtein: insertions, deletions, replacements and swapped neighbours.</summary>
    public static int Between(string left, string right)
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

    private static bool IsNear(string word, string other) => word == other
        || (word.Length is >= ShortestWord and <= LongestWord && other.Length is >= ShortestWord and <= LongestWord
            && Math.Abs(word.Length - other.Length) <= 1 && !IsNumbered(word, other) && Between(word, other) == 1);

    // keel2 and keel3 are two things, as are v2.1 and v2.2.
    private static bool IsNumbered(string word, string other) => word.Any(char.IsDigit) || other.Any(char.IsDigit);

    private static string Fold(string word) => word.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
}
