using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Feeds.Dates;

/// <summary>
/// Dates in figures: <c>2014-06-13T10:00:00Z</c>, <c>20140613</c>, <c>2014-164</c>, <c>2014-W24</c>, <c>14-06-13</c>,
/// <c>13.06.2014</c>, <c>6/13/2014</c>, <c>-14-06</c>.
/// </summary>
internal static partial class NumericDate
{
    private const string Time =
        """
        (?:[T\s,]\s?(?:at\s|-\s)?(?:(?<half>AM|PM)\s?)?
          (?:(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})
              (?::(?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]{0,12}))?)?
            |(?<hour>[0-9]{1,2})(?<minute>[0-9]{2})(?:(?<second>[0-9]{2})(?:[.,](?<fraction>[0-9]{0,12}))?)?
            |(?<=T)(?<hour>[0-9]{2})(?=$|[Z+\-]))
          (?:\s?(?<half>AM|PM))?)?
        \s?(?<zone>[A-Za-z+\-\u2212].{0,32})?$
        """;

    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (YearFirst().Match(text) is { Success: true } match)
            return TryYearFirst(match.Groups, out var day) && DateParts.TryMake(day, match.Groups, zone, out date);

        return YearLast().Match(text) is { Success: true } last
            && TryYearLast(last.Groups, out var lastDay)
            && DateParts.TryMake(lastDay, last.Groups, zone, out date);
    }

    private static bool TryYearFirst(GroupCollection groups, out DateOnly day)
    {
        day = default;
        var year = DateParts.Year(groups["year"]);
        if (year is < 1 or > 9999)
            return false;

        if (groups["week"].Success)
            return TryWeek(year, DateParts.Number(groups["week"]), groups["weekday"], out day);
        if (groups["ordinal"].Success)
            return TryOrdinal(year, DateParts.Number(groups["ordinal"]), out day);

        var month = groups["month"].Success ? DateParts.Number(groups["month"]) : 1;
        return DateParts.TryDay(year, month, groups["day"].Success ? DateParts.Number(groups["day"]) : 1, out day);
    }

    /// <summary>With points and hyphens the day comes first, with strokes the month, unless it can be none.</summary>
    private static bool TryYearLast(GroupCollection groups, out DateOnly day)
    {
        var (first, second) = (DateParts.Number(groups["first"]), DateParts.Number(groups["second2"]));
        var isMonthFirst = groups["mark"].Value == "/" && first <= 12;
        var (month, number) = isMonthFirst ? (first, second) : (second, first);
        return DateParts.TryDay(DateParts.Year(groups["year"]), month, number, out day);
    }

    private static bool TryWeek(int year, int week, Group weekday, out DateOnly day)
    {
        day = default;
        var number = weekday.Success ? DateParts.Number(weekday) : 1;
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

    [GeneratedRegex(
        """
        ^(?:\p{L}{2,12}\.?,?\s)?
        (?: (?<year>[0-9]{4})
            (?: -?W(?<week>[0-9]{2})(?:-?(?<weekday>[0-9]))?
              | -?(?<ordinal>[0-9]{3})(?![0-9])
              | (?<month>[0-9]{2})(?<day>[0-9]{2})
                (?:(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?(?=$|[Z+\-]))?
              | [-/.]\s?(?<month>[0-9]{1,2})(?=[^0-9]|$)(?:[-/.]\s?(?<day>[0-9]{1,2}))?\.?
            )?
          | -(?<year>[0-9]{2})(?:-?(?<month>[0-9]{2}))?
          | (?<year>[0-9]{2})(?:-(?<month>[0-9]{2})-(?<day>[0-9]{2})|-?(?<ordinal>[0-9]{3})(?![0-9])
            |(?<month>[0-9]{2})(?<day>[0-9]{2}))
        )
        """ + Time,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
        | RegexOptions.IgnoreCase)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        """
        ^(?:\p{L}{2,12}\.?,?\s)?
        (?<first>[0-9]{1,2})(?<mark>[-/.])\s?(?<second2>[0-9]{1,2})\k<mark>\s?(?<year>[0-9]{4})
        """ + Time,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
        | RegexOptions.IgnoreCase)]
    private static partial Regex YearLast();
}
