using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Compose.Summaries;

/// <summary>
/// Takes the most telling sentences of a text, whole and in their order. Nothing is written anew, so nothing can be
/// said that no source says.
/// </summary>
internal static partial class Summarizer
{
    private const int ShortestSentence = 8;
    private const int FirstPlaces = 4;
    private const int MostFacts = 3;

    // Sentences further down are of no use to a summary, and a hostile text may have a million of them.
    private const int MostSentences = 200;

    /// <param name="title">Sentences that share its words say what the text is about.</param>
    /// <param name="paragraphs">See <see cref="SummaryText"/>.</param>
    /// <param name="limit">The most characters of the summary.</param>
    /// <returns>Sentences in their order; none where none is short and telling enough.</returns>
    public static IReadOnlyList<string> Of(string title, IReadOnlyList<string> paragraphs, int limit)
    {
        var topic = TermsOf(title);
        var sentences = paragraphs
            .SelectMany(SentenceCutter.Cut)
            .Take(MostSentences)
            .Where(sentence => IsTelling(sentence, limit))
            .Distinct(StringComparer.Ordinal)
            .Where(sentence => !sentence.Equals(title.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select((text, place) => (Text: text, Place: place, Score: ScoreOf(text, place, topic)))
            .ToList();

        var chosen = new List<(string Text, int Place, int Score)>();
        foreach (var sentence in sentences.OrderByDescending(one => one.Score).ThenBy(one => one.Place))
        {
            if (chosen.Sum(one => one.Text.Length + 1) + sentence.Text.Length <= limit)
                chosen.Add(sentence);
        }

        return [.. chosen.OrderBy(one => one.Place).Select(one => one.Text)];
    }

    /// <summary>Sentences as one text: Chinese and Japanese have no space between them.</summary>
    public static string Join(IEnumerable<string> sentences) => sentences.Aggregate(
        "", (text, next) => text.Length == 0 || Script.IsWideBefore(text) ? text + next : $"{text} {next}");

    private static int ScoreOf(string sentence, int place, HashSet<string> topic)
    {
        var shared = topic.Count == 0 ? 0 : 8 * TermsOf(sentence).Count(topic.Contains) / topic.Count;
        var facts = Math.Min(Fact().Count(sentence), MostFacts);
        var question = sentence[^1] is '?' or '？' ? 2 : 0;
        return (2 * Math.Max(0, FirstPlaces - place)) + shared + facts - question;
    }

    // A line that ends with a colon tells of a list that is not there.
    private static bool IsTelling(string sentence, int limit) =>
        sentence.Length >= ShortestSentence && sentence.Length <= limit && sentence[^1] is not (':' or '：')
        && sentence.Any(char.IsLetter) && !Courtesy().IsMatch(sentence);

    /// <summary>Words where there are spaces, pairs of characters where there are none.</summary>
    private static HashSet<string> TermsOf(string text)
    {
        var terms = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match word in Word().Matches(text))
            terms.Add(word.Value);
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (IsCharacter(text[at]) && IsCharacter(text[at + 1]))
                terms.Add(text.Substring(at, 2));
        }

        return terms;
    }

    private static bool IsCharacter(char letter) => Script.IsWide(letter) && char.IsLetter(letter);

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"[0-9]+(?:[.,:][0-9]+)*|(?<![A-Za-z])[A-Z][A-Za-z0-9]+|「[^」]{1,40}」|《[^》]{1,40}》")]
    private static partial Regex Fact();

    [GeneratedRegex(
        @"\A(?:hi|hello|hey|dear|greetings|good (?:morning|day)|thanks|thank you|best|regards|cheers|sincerely"
        + @"|sent from|on .{4,80} wrote|大家好|各位好|各位|你好|您好|谢谢|感谢|此致|皆さん|皆様|こんにちは|よろしく"
        + @"|ありがとう|お疲れ)(?![A-Za-z]).{0,24}\z|\A.{0,80}\bwrote:?\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex Courtesy();
}
