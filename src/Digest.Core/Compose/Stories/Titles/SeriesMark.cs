using System.Text.RegularExpressions;
using Digest.Markup;

namespace Digest.Compose.Stories.Titles;

/// <summary>
/// Which part of a series a title is: （一）, Part 2, 第三期, その4, 下篇, #5. Two parts are never one story, and a part
/// is not the whole.
/// </summary>
/// <param name="Rest">The title without the marks.</param>
/// <param name="Parts">The numbers, in the order of the title; empty if it is no part.</param>
internal sealed partial record SeriesMark(string Rest, IReadOnlyList<int> Parts)
{
    private static readonly string[] Words =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];

    private static readonly string[] Roman =
    [
        "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];

    /// <param name="title">In compatibility form (NFKC).</param>
    public static SeriesMark Of(string title)
    {
        var parts = new List<int>();
        var rest = Mark().Replace(title, mark =>
        {
            if (Value(mark.Groups["number"].Value) is not { } number)
                return mark.Value;

            parts.Add(number);
            return " ";
        });
        return new SeriesMark(parts.Count == 0 ? title : rest, parts);
    }

    /// <summary>True if one of two titles is another part than the other, or only one is a part.</summary>
    public static bool Differ(IReadOnlyList<int> one, IReadOnlyList<int> other) => !one.SequenceEqual(other);

    private static int? Value(string text)
    {
        var word = text.ToLowerInvariant();
        if (word is "上" or "前")
            return 1;
        if (word is "下" or "后" or "後")
            return 2;
        if (word is "中")
            return 15;

        var at = Array.IndexOf(Words, word) is > 0 and var named ? named : Array.IndexOf(Roman, word);
        if (at > 0)
            return at;

        return int.TryParse(word, out var number) ? number
            : ChineseNumeral.TryParse(word, out var counted) ? counted : null;
    }

    private const string Han = "[一二三四五六七八九十百〇零两]{1,5}";

    [GeneratedRegex(
        @"第\s?(?<number>[0-9]{1,4}|" + Han + @")\s?(?:期|回|章|部分|部|节|節|讲|講|篇|届|次|周|週|天|弹|弾|集|课|課|号|话|話|卷|巻)"
        + @"|その\s?(?<number>[0-9]{1,3}|" + Han + ")"
        + @"|之(?<number>[一二三四五六七八九十]{1,2})(?![一-龥])"
        + @"|(?<number>[上中下前后後])(?:篇|集|編|编)"
        + @"|[(\[【]\s?(?<number>[0-9]{1,3}|" + Han + @"|[上中下前后後]|[IVXivx]{1,5})\s?[)\]】]"
        + @"|\b(?:part|pt|episode|ep|chapter|volume|vol|issue|no|nr|day|week|session|round|lesson|edition)\b"
        + @"\.?\s?[#:]?\s?"
        + @"(?<number>[0-9]{1,4}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
        + @"|#\s?(?<number>[0-9]{1,4})\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Mark();
}
