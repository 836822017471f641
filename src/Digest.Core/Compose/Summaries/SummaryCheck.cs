using System.Text.RegularExpressions;

namespace Digest.Compose.Summaries;

/// <summary>
/// Proves that a summary says nothing that its sources do not say: every sentence, address, number and name of it is
/// looked up in them.
/// </summary>
internal static partial class SummaryCheck
{
    /// <summary>What stands in no source; empty for a summary that is sound.</summary>
    /// <param name="sentences">The summary, sentence by sentence.</param>
    /// <param name="sources">Paragraphs; see <see cref="SummaryText"/>.</param>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> sentences, IReadOnlyList<string> sources)
    {
        var facts = sources.SelectMany(Facts).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sentences.Where(one => !sources.Any(source => source.Contains(one, StringComparison.Ordinal))),
            .. sentences.SelectMany(Facts).Where(fact => !facts.Contains(fact)),
        ];
    }

    // Whole: the 2.5 of a summary is not in the 12.5 of its source.
    private static IEnumerable<string> Facts(string text) => Fact().Matches(text).Select(match => match.Value);

    [GeneratedRegex(
        @"[A-Za-z][A-Za-z0-9+.-]{0,20}://[!-~]+"
        + @"|(?<![\p{L}\p{N}])[\p{Lu}\p{Lt}][\p{L}\p{N}]*|[\p{N}]+(?:[.,:/-][\p{N}]+)*|[A-Za-z]+[0-9][A-Za-z0-9]*")]
    private static partial Regex Fact();
}
