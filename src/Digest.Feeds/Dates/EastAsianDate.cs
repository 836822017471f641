using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Feeds.Dates;

/// <summary>
/// Makes figures of Chinese, Japanese and Korean dates: <c>二〇一四年六月十三日下午三时二十分</c>, <c>令和6年5月1日</c>,
/// <c>民國103年6月13日</c>, <c>2014년 6월 13일 오후 3:20</c>. Texts without such letters stay as they are.
/// </summary>
internal static partial class EastAsianDate
{
    private const char FirstOfEastAsia = '\u2E80';
    private const string Figures = "〇一二三四五六七八九";

    private static readonly Dictionary<string, int> YearsBefore = new(StringComparer.Ordinal)
    {
        ["令和"] = 2018, ["平成"] = 1988, ["昭和"] = 1925, ["大正"] = 1911, ["明治"] = 1867, ["民國"] = 1911, ["民国"] = 1911,
    };

    public static string Normalize(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstOfEastAsia, '\uD7FF'))
            return text;

        var line = Weekday().Replace(text, " ");
        line = Numeral().Replace(line, static match => Value(match.Value));
        line = DayFirst().Replace(line, "$3-$2-$1");
        line = EraYear().Replace(line, static match => YearOf(match));
        line = Morning().Replace(line, " AM ");
        line = Afternoon().Replace(line, " PM ");
        line = Hour().Replace(line, static match => match.Groups[1].Success ? ":30 " : ":");
        line = Minute().Replace(line, ":").Replace('：', ':');
        line = Ends().Replace(line, " ");
        line = YearOrMonth().Replace(line, "-");
        return Loose().Replace(Dangling().Replace(HtmlText.OneLine(line), "$1:00"), "").Trim(' ', ':', '-');
    }

    private static string YearOf(Match match)
    {
        var year = match.Groups[2].Value == "元" ? 1 : int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{YearsBefore[match.Groups[1].Value] + year}年");
    }

    /// <summary>Figures one after another (二〇一四), or with tens (二十三, 廿三).</summary>
    private static string Value(string numeral)
    {
        var plain = numeral.Replace('零', '〇').Replace('○', '〇')
            .Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        var ten = plain.IndexOf('十', StringComparison.Ordinal);
        if (ten >= 0)
        {
            var tens = ten == 0 ? 1 : Figures.IndexOf(plain[ten - 1], StringComparison.Ordinal);
            var ones = ten == plain.Length - 1 ? 0 : Figures.IndexOf(plain[ten + 1], StringComparison.Ordinal);
            return string.Create(CultureInfo.InvariantCulture, $"{tens * 10 + ones}");
        }

        var digits = new StringBuilder(plain.Length);
        foreach (var figure in plain)
            digits.Append(Figures.IndexOf(figure, StringComparison.Ordinal));
        return digits.ToString();
    }

    [GeneratedRegex("[（(][^)）]{1,5}[)）]|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[日月火水木金土]曜日?|[월화수목금토일]요일")]
    private static partial Regex Weekday();

    [GeneratedRegex("[〇零○一二三四五六七八九]{0,4}[十廿卅]?[〇零○一二三四五六七八九]{0,4}(?=[年月日号號时時点點分秒])")]
    private static partial Regex Numeral();

    /// <summary>What programs make of RFC 822 in a Chinese or Japanese locale: "周四, 12 十一月 2026".</summary>
    [GeneratedRegex("^[\\s,]*(?:[日月火水木金土],\\s)?([0-9]{1,2})[\\s-]([0-9]{1,2})月[\\s,-]+([0-9]{4})(?![0-9年])")]
    private static partial Regex DayFirst();

    [GeneratedRegex("(令和|平成|昭和|大正|明治|民國|民国)\\s?([0-9]{1,3}|元)\\s?年")]
    private static partial Regex EraYear();

    [GeneratedRegex("上午|午前|早上|凌晨|清晨|오전")]
    private static partial Regex Morning();

    [GeneratedRegex("下午|午後|午后|中午|晚上|傍晚|오후")]
    private static partial Regex Afternoon();

    [GeneratedRegex("\\s?(?:时|時|点|點|시)(?:(半)|整|鐘|钟)?\\s?")]
    private static partial Regex Hour();

    [GeneratedRegex("\\s?[分분]\\s?(?=[0-9])")]
    private static partial Regex Minute();

    [GeneratedRegex("[日号號일分분秒초]")]
    private static partial Regex Ends();

    [GeneratedRegex("\\s?[年月년월]\\s?")]
    private static partial Regex YearOrMonth();

    /// <summary>An hour without minutes.</summary>
    [GeneratedRegex("(\\s[0-9]{1,2}):(?=\\s|$)")]
    private static partial Regex Dangling();

    [GeneratedRegex("(?<=[0-9])\\s?,$")]
    private static partial Regex Loose();
}
