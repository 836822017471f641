using System.Globalization;

namespace Digest.Compose;

/// <summary>Shortens plain text where a sentence ends, in Chinese and Japanese as in English.</summary>
internal static class Excerpt
{
    private const string FullStops = "。！？!?…";
    private const string Closers = "”’」』）)\"'";

    /// <summary>Whole sentences if they fill two fifths of the limit, else words and an ellipsis.</summary>
    /// <param name="limit">The most characters of the result.</param>
    public static string Of(string words, int limit)
    {
        if (words.Length <= limit)
            return words;

        var end = SentenceEnd(words, limit);
        return end >= limit * 2 / 5 ? words[..end].TrimEnd() : words[..WordEnd(words, limit - 1)].TrimEnd() + "…";
    }

    private static int SentenceEnd(string words, int limit)
    {
        for (var at = limit - 1; at > 0; at--)
        {
            if (!EndsSentence(words, at))
                continue;

            var end = at + 1;
            while (end < limit && Closers.Contains(words[end]))
                end++;

            return end;
        }

        return 0;
    }

    // A full stop also stands in 4.0 and e.g.: only one with a space behind it ends a sentence.
    private static bool EndsSentence(string words, int at) =>
        FullStops.Contains(words[at]) || (words[at] == '.' && at + 1 < words.Length && words[at + 1] == ' ');

    private static int WordEnd(string words, int limit)
    {
        var end = limit;
        while (end > limit / 2 && char.IsAsciiLetterOrDigit(words[end]) && char.IsAsciiLetterOrDigit(words[end - 1]))
            end--;

        // A base character keeps its accents, a surrogate its other half.
        while (end > 1 && (char.IsLowSurrogate(words[end]) || IsMark(words[end])))
            end--;

        return end;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
