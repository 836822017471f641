using Digest.Markup;

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
            .Select(candidate => (candidate, distance: WordDistance.Between(Fold(word), Fold(candidate))))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(1, word.Length / 3) ? best.candidate : null;
    }

    private static string Fold(string word) => word.ToLowerInvariant().Replace('-', '_');
}
