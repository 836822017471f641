using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>
/// Dates in figures: <c>2014-06-13T10:00:00Z</c>, <c>20140613</c>, <c>2014-164</c>, <c>2014年6月13日 10:00</c>.
/// </summary>
internal static partial class NumericDate
{
    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        return Pattern().Match(text) is { Success: true } match
            && TryDay(match.Groups, out var day)
            && TryTime(match.Groups, out var time)
            && FeedDate.TryMake(day, time, match.Groups["zone"].Value.Trim(), zone, out date);
    }

    private static bool TryDay(GroupCollection groups, out DateOnly day)
    {
        day = default;
        var year = FeedDate.Number(groups["year"]);
        if (year is < 1 or > 9999)
            return false;

        if (groups["week"].Success)
            return TryWeek(year, FeedDate.Number(groups["week"]), groups["weekday"], out day);
        if (groups["ordinal"].Success)
            return TryOrdinal(year, FeedDate.Number(groups["ordinal"]), out day);

        var month = groups["month"].Success ? FeedDate.Number(groups["month"]) : 1;
        var number = groups["day"].Success ? FeedDate.Number(groups["day"]) : 1;
        if (month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;

        day = new DateOnly(year, month, number);
        return true;
    }

    private static bool TryWeek(int year, int week, Group weekday, out DateOnly day)
    {
        day = default;
        var number = weekday.Success ? FeedDate.Number(weekday) : 1;
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year) || number is < 1 or > 7 || year == 9999)
            return false;

        day = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(number % 7)));
        return true;
    }

    private static bool TryOrdinal(int year, int ordinal, out DateOnly day)
    {
        day = new DateOnly(year, 1, 1);
        if (ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365))
            return false;

        day = day.AddDays(ordinal - 1);
        return true;
    }

    private static bool TryTime(GroupCollection groups, out TimeSpan time)
    {
        var hour = FeedDate.Number(groups["hour"]);
        var minute = FeedDate.Number(groups["minute"]);

        // A leap second is the moment after the last ordinary one.
        var second = Math.Min(FeedDate.Number(groups["second"]), 59);
        time = new TimeSpan(hour, minute, second);
        return hour <= 24 && minute <= 59;
    }

    [GeneratedRegex(
        """
        ^(?<year>[0-9]{4})
        (?: -?W(?<week>[0-9]{2})(?:-?(?<weekday>[0-9]))?
          | -?(?<ordinal>[0-9]{3})(?![0-9])
          | (?<month>[0-9]{2})(?<day>[0-9]{2})
          | (?:[-/.]|年\s?)(?<month>[0-9]{1,2})(?:月|(?=[^0-9]|$))(?:[-/.\s]?(?<day>[0-9]{1,2})(?:日|号)?)?
        )?
        (?:(?:T|\s|\s*[（(].{1,3}[)）]\s*|(?<=[日号]))\s?
          (?<hour>[0-9]{1,2})[:：时時]?(?<minute>[0-9]{2})分?(?:[:：]?(?<second>[0-9]{2})秒?(?:[.,][0-9]{1,12})?)?)?
        \s?(?<zone>[A-Za-z+\-\u2212].{0,24})?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
