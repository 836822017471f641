using System.Text.RegularExpressions;

namespace Digest.Gather.Mails;

/// <summary>Takes quoted lines out of a mail, and the line before them that says whom they quote.</summary>
internal static partial class MailQuotes
{
    private const int AttributionLines = 3;
    private const int LongestAttribution = 500;

    public static List<string> Drop(List<string> lines)
    {
        var kept = new List<string>(lines.Count);
        var wasQuote = false;
        foreach (var line in lines)
        {
            var isQuote = IsQuote(line);
            if (isQuote && !wasQuote)
                DropAttribution(kept);
            if (!isQuote)
                kept.Add(line);
            if (isQuote || !string.IsNullOrWhiteSpace(line))
                wasQuote = isQuote;
        }

        return kept;
    }

    private static bool IsQuote(string line) => line.AsSpan().TrimStart(" \t　") is ['>' or '＞', ..];

    /// <summary>Long names and addresses make clients write «On … wrote:» over two lines or three.</summary>
    private static void DropAttribution(List<string> kept)
    {
        var end = kept.Count;
        while (end > 0 && string.IsNullOrWhiteSpace(kept[end - 1]))
            end--;
        if (end == 0 || !EndsWithColon().IsMatch(kept[end - 1]))
            return;

        for (var start = Math.Max(0, end - AttributionLines); start < end; start++)
        {
            var lines = kept[start..end];
            if (lines.TrueForAll(line => !string.IsNullOrWhiteSpace(line)) && IsAttribution(lines))
            {
                kept.RemoveRange(start, kept.Count - start);
                return;
            }
        }
    }

    private static bool IsAttribution(List<string> lines)
    {
        var words = string.Join(' ', lines);
        return words.Length <= LongestAttribution && Wrote().IsMatch(words)
            && (lines.Count == 1 || Opening().IsMatch(words));
    }

    [GeneratedRegex(@"[:：]\s*\z")]
    private static partial Regex EndsWithColon();

    [GeneratedRegex(
        @"\A\s*(?:on|am|le|el|il|em|op|quoting|在|于|於|\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(?:\bwrote\b|\bwrites\b|\bschrieb\b|\bécrit\b|\bescribió\b|\bescreveu\b|\bscritto\b" +
        @"|写道|寫道|写到|書きました|書いた|のメール|さんは)[^:：]{0,80}[:：]\s*\z" +
        @"|\d{4}.*[@<＠].*[:：]\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wrote();
}
