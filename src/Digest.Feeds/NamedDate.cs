using System.Text.RegularExpressions;

namespace Digest.Feeds;

/// <summary>
/// Dates with English month names: RFC 822 (<c>Thu, 01 Jan 04 19:48:21 GMT</c>), asctime (<c>Jan 14 10:00:00 2004</c>),
/// <c>Jan 14, 2004</c>.
/// </summary>
internal static partial class NamedDate
{
    // Two-digit years of RFC 822, split as RFC 2822 §4.3 says.
    private const int FirstYearOfTheTwentiethCentury = 50;

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        var match = DayFirst().Match(text);
        if (!match.Success)
            match = MonthFirst().Match(text);

        return match.Success
            && TryDay(match.Groups, out var day)
            && TryTime(match.Groups, out var time)
            && FeedDate.TryMake(day, time, match.Groups["zone"].Value.Trim(), zone, out date);
    }

    private static bool TryDay(GroupCollection groups, out DateOnly day)
    {
        day = default;
        var name = groups["month"].Value;
        var month = 1 + Array.FindIndex(Months, known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        var year = FeedDate.Number(groups["year"]);
        if (groups["year"].Length <= 3)
            year += year >= FirstYearOfTheTwentiethCentury ? 1900 : 2000;

        var number = FeedDate.Number(groups["day"]);
        if (month == 0 || !groups["year"].Success || year is < 1 or > 9999)
            return false;
        if (number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;

        day = new DateOnly(year, month, number);
        return true;
    }

    private static bool TryTime(GroupCollection groups, out TimeSpan time)
    {
        var hour = FeedDate.Number(groups["hour"]);
        if (groups["half"].Success)
            hour = hour % 12 + (groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);

        var minute = FeedDate.Number(groups["minute"]);
        time = new TimeSpan(hour, minute, Math.Min(FeedDate.Number(groups["second"]), 59));
        return hour <= 24 && minute <= 59;
    }

    [GeneratedRegex(
        """
        ^(?:[a-z]{2,9}(?:\.?,?\s|,))?
        (?<day>[0-9]{1,2})(?:st|nd|rd|th)?[\s-](?<month>[a-z]{3,9})\.?,?[\s-](?<year>[0-9]{2,4})
        (?:,?\s(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,12})?)?
          (?:\s?(?<half>am|pm))?)?
        \s?(?<zone>[a-z+\-].{0,24})?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        """
        ^(?:[a-z]{2,9}\.?,?\s)?
        (?<month>[a-z]{3,9})\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?
        (?:,?\s(?<year>[0-9]{4}))?
        (?:,?\s(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?(?:\s?(?<half>am|pm))?)?
        (?:\s(?<zone>[a-z]{2,4}|[+-][0-9]{4}))?
        (?:\s(?<year>[0-9]{4}))?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();
}
