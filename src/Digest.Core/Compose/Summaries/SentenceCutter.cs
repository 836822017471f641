namespace Digest.Compose.Summaries;

/// <summary>
/// Cuts words into sentences, in Chinese and Japanese as in English: 。 and ？ end one, a full stop only where a space
/// follows and no abbreviation stands before it, and nothing inside a quotation that is closed.
/// </summary>
internal static class SentenceCutter
{
    private const string FullStops = "。！？!?…";
    private const string Openers = "「『（“《(";
    private const string Closers = "」』）”》)";
    private const string Trailing = "”’」』）)\"'》";

    private static readonly string[] Abbreviations =
    [
        "e.g", "i.e", "etc", "vs", "cf", "mr", "mrs", "ms", "dr", "prof", "vol", "st", "inc", "ltd", "al", "approx",
    ];

    /// <summary>Sentences in their order, trimmed; joined, they are the text but for spaces.</summary>
    public static IReadOnlyList<string> Cut(string words)
    {
        var sentences = new List<string>();
        var start = 0;
        var depth = 0;
        for (var at = 0; at < words.Length; at++)
        {
            // A bracket that is never closed closes nothing in.
            if (Openers.IndexOf(words[at]) is >= 0 and var kind && words.IndexOf(Closers[kind], at + 1) > 0)
                depth++;
            else if (Closers.Contains(words[at]) && depth > 0)
                depth--;
            if (depth > 0 || !EndsSentence(words, at))
                continue;

            while (at + 1 < words.Length && (Trailing.Contains(words[at + 1]) || FullStops.Contains(words[at + 1])))
                at++;

            Add(sentences, words[start..(at + 1)]);
            start = at + 1;
        }

        Add(sentences, words[start..]);
        return sentences;
    }

    private static void Add(List<string> sentences, string sentence)
    {
        if (sentence.Trim() is { Length: > 0 } trimmed)
            sentences.Add(trimmed);
    }

    private static bool EndsSentence(string words, int at) => words[at] switch
    {
        '.' => IsFollowedBySpace(words, at) && !IsAbbreviation(words, at) && !GoesOn(words, at + 1),
        '!' or '?' => IsFollowedBySpace(words, at) || words[at + 1] > 0x2E80,
        '…' => at + 1 < words.Length && words[at + 1] != '…' && !GoesOn(words, at + 1),
        _ => FullStops.Contains(words[at]),
    };

    private static bool IsFollowedBySpace(string words, int at)
    {
        while (at + 1 < words.Length && Trailing.Contains(words[at + 1]))
            at++;

        return at + 1 >= words.Length || char.IsWhiteSpace(words[at + 1]);
    }

    private static bool GoesOn(string words, int at)
    {
        while (at < words.Length && char.IsWhiteSpace(words[at]))
            at++;

        return at < words.Length && char.IsLower(words[at]);
    }

    private static bool IsAbbreviation(string words, int at)
    {
        var start = at;
        while (start > 0 && !char.IsWhiteSpace(words[start - 1]) && words[start - 1] is not ('(' or '（'))
            start--;

        var word = words[start..at];
        return Abbreviations.Contains(word, StringComparer.OrdinalIgnoreCase)
            || (word.Length == 1 && char.IsAsciiLetterUpper(word[0]));
    }
}
