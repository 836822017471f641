using System.Text.RegularExpressions;

namespace Digest.Feeds.Dates;

/// <summary>
/// Dates with the names of months: RFC 822 (<c>Thu, 01 Jan 04 19:48:21 GMT</c>), asctime
/// (<c>Jan 14 10:00:00 2004</c>), <c>Jan 14, 2004</c>, <c>14 de enero de 2004</c>, <c>2004. január 14.</c>
/// </summary>
internal static partial class NamedDate
{
    private const string Time =
        """
        (?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{1,2})(?:[:.](?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]{1,12}))?)?
        (?:\s?(?<half>[ap]\.?m\b\.?))?
        """;

    public static bool TryParse(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        var match = DayFirst().Match(text);
        if (!match.Success)
            match = MonthFirst().Match(text);
        if (!match.Success)
            match = YearFirst().Match(text);

        var groups = match.Groups;
        return match.Success && groups["year"].Success
            && DateParts.TryDay(
                DateParts.Year(groups["year"]), MonthNames.Find(groups["month"].Value),
                DateParts.Number(groups["day"]), out var day)
            && DateParts.TryMake(day, groups, zone, out date);
    }

    [GeneratedRegex(
        """
        ^(?:[\p{L}\u0301]{2,14}(?:\.?,?\s|,))?
        (?<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º|,)?[\s-]?(?:de\s|of\s)?
        (?<month>[\p{L}\u0301]{3,14})\.?,?[\s-](?:de\s|del\s)?(?<year>[0-9]{2,4})(?:\s?г(?:\.|ода)?)?
        (?:,?\s(?:(?:at|um|à|kl\.?|las|в|o|-)\s)?
        """ + Time + """
        )?
        ,?\s?(?<zone>[a-z+\-].{0,32})?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    [GeneratedRegex(
        """
        ^(?:\p{L}{2,14}\.?,?\s)?
        (?<month>\p{L}{3,14})\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?
        (?:,?\s(?<year>[0-9]{4}))?
        (?:,?\s(?:at\s)?
        """ + Time + """
        )?
        (?:\s(?<zone>[a-z]{2,5}|(?:gmt|utc)?[+-][0-9]{1,2}:?[0-9]{2}(?:\s\(.{1,40}\))?))?
        (?:\s(?<year>[0-9]{4}))?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(
        """
        ^(?<year>[0-9]{4})(?:\.\s?|[\s-])(?<month>\p{L}{3,14})(?:\.\s?|[\s-])(?<day>[0-9]{1,2})\.?
        (?:(?:T|,?\s)
        """ + Time + """
        )?
        \s?(?<zone>[a-z+\-].{0,32})?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
        | RegexOptions.ExplicitCapture)]
    private static partial Regex YearFirst();
}
