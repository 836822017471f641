using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Markup;

/// <summary>Reads number and days out of the titles that people give their issues.</summary>
internal static partial class IssueTitle
{
    /// <summary>Of 第六期, 第12期, No. 6, Issue 6 or #6; null if the title has no number.</summary>
    public static int? NumberOf(string title)
    {
        var mark = NumberMark().Match(title);
        if (!mark.Success)
            return null;

        var digits = mark.Groups["digits"].Value.Normalize(NormalizationForm.FormKC);
        if (digits.Length > 0)
            return int.Parse(digits, CultureInfo.InvariantCulture) is > 0 and var number ? number : null;

        return ChineseNumeral.TryParse(mark.Groups["han"].Value, out var counted) ? counted : null;
    }

    /// <summary>The newsletter's own name: what stands before the number.</summary>
    public static string NameOf(string title)
    {
        var mark = NumberMark().Match(title);
        return (mark.Success ? title[..mark.Index] : title).Trim([.. " \u3000-–—:：(（,，·"]);
    }

    /// <summary>
    /// Of (12.26-01.16) or (0720-0825). The years are not written: the last day is the one nearest to the file's date,
    /// and the first day the last of its name before that, which spans the new year where it has to.
    /// </summary>
    public static (DateOnly From, DateOnly To)? RangeOf(string title, DateOnly date)
    {
        var range = Range().Match(title);
        if (!range.Success)
            return null;

        var to = Days(range, "to", date.Year)
            .OrderBy(day => Math.Abs(day.DayNumber - date.DayNumber))
            .Cast<DateOnly?>()
            .FirstOrDefault();
        var from = to is null
            ? null
            : Days(range, "from", to.Value.Year).Where(day => day <= to).Cast<DateOnly?>().Max();
        return from is null ? null : (from.Value, to!.Value);
    }

    private static IEnumerable<DateOnly> Days(Match range, string end, int year)
    {
        var month = int.Parse(range.Groups[$"{end}Month"].Value, CultureInfo.InvariantCulture);
        var day = int.Parse(range.Groups[$"{end}Day"].Value, CultureInfo.InvariantCulture);
        for (var candidate = Math.Max(1, year - 1); candidate <= Math.Min(9999, year + 1); candidate++)
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(candidate, month))
                yield return new DateOnly(candidate, month, day);
        }
    }

    [GeneratedRegex(
        @"第\s?((?<digits>[0-9０-９]{1,4})|(?<han>[零〇一二三四五六七八九十百千两]{1,8}))\s?[期号號回]"
        + @"|\b(No\.?|Issue|Nr\.?)\s?#?(?<digits>[0-9]{1,4})(?![0-9])|(?<![\w&])#(?<digits>[0-9]{1,4})(?![0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberMark();

    [GeneratedRegex(
        @"(?<![0-9./])((?<fromMonth>[0-9]{1,2})[./](?<fromDay>[0-9]{1,2})|(?<fromMonth>[0-9]{2})(?<fromDay>[0-9]{2}))"
        + @"\s?[-–—~～至到]\s?"
        + @"((?<toMonth>[0-9]{1,2})[./](?<toDay>[0-9]{1,2})|(?<toMonth>[0-9]{2})(?<toDay>[0-9]{2}))(?![0-9./])")]
    private static partial Regex Range();
}
