using System.Globalization;
using System.Text;

namespace Digest.Mail.Mime.Reading;

/// <summary>
/// Reads dates of mail: RFC 5322 §3.3 with the obsolete zones, comments and two-digit years of §4.3, the form of
/// C's <c>asctime</c>, and ISO 8601.
/// </summary>
public static class MailDate
{
    private const int MaxLength = 200;
    private const int MaxZoneMinutes = 14 * 60;
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EDT"] = -4, ["EST"] = -5, ["CDT"] = -5, ["CST"] = -6, ["MDT"] = -6, ["MST"] = -7, ["PDT"] = -7,
        ["PST"] = -8, ["JST"] = 9, ["KST"] = 9, ["CET"] = 1, ["CEST"] = 2, ["MET"] = 1, ["MEST"] = 2, ["BST"] = 1,
        ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3,
    };

    /// <summary>
    /// Reads one date. A zone that is missing or unknown is UTC, as §4.3 says of <c>-0000</c>. The name of the day is
    /// not compared with the date.
    /// </summary>
    public static bool TryRead(string? value, out DateTimeOffset date)
    {
        date = default;
        if (value is null || value.Length > MaxLength)
            return false;

        var text = WithoutComments(value).Trim();
        if (text.Length > 4 && !text.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') && text[4] == '-')
            return DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

        return TryReadParts(text, out date);
    }

    private static string WithoutComments(string value)
    {
        var text = new StringBuilder();
        var depth = 0;
        foreach (var c in value)
        {
            if (c == '(')
                depth++;
            if (depth == 0)
                Append(text, c);
            else if (c == ')')
                depth--;
        }

        return text.ToString();
    }

    /// <summary>Obsolete syntax has space around the colons of the time.</summary>
    private static void Append(StringBuilder text, char c)
    {
        while (c == ':' && text.Length > 0 && text[^1] == ' ')
            text.Length--;
        if (c != ' ' || text.Length == 0 || text[^1] != ':')
            text.Append(c);
    }

    private static bool TryReadParts(string text, out DateTimeOffset date)
    {
        date = default;
        int? month = null, day = null, year = null;
        TimeSpan? time = null;
        var zone = TimeSpan.Zero;
        foreach (var word in Words(text))
        {
            if (month is null && MonthOf(word) is { } named)
                month = named;
            else if (word.Contains(':', StringComparison.Ordinal) && time is null)
                time = TimeOf(word);
            else if (time is not null && ZoneOf(word) is { } offset)
                zone = offset;
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (day is null && word.Length <= 2)
                    day = number;
                else
                    year ??= FullYear(number, word.Length);
            }
        }

        return month is { } m && day is { } d && year is { } y && TryMake(y, m, d, time ?? default, zone, out date);
    }

    /// <summary>
    /// Splits at space and commas, and at the hyphens of <c>12-Jan-2026</c>, which are not before a zone.
    /// </summary>
    private static IEnumerable<string> Words(string text) => text
        .Split([' ', '\t', '\r', '\n', ','], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => word.Split('-') is [var day, var month, var year] ? [day, month, year] : new[] { word })
        .Where(word => word.Length > 0);

    private static int? MonthOf(string word)
    {
        var month = word.Length < 3 ? -1 : Array.IndexOf(Months, word[..3].ToLowerInvariant());
        return month < 0 ? null : month + 1;
    }

    /// <summary>Hours and minutes of one digit or two; a leap second is the second before it.</summary>
    private static TimeSpan? TimeOf(string word)
    {
        var numbers = new int[3];
        var parts = word.Split(':', '.');
        for (var i = 0; i < numbers.Length && i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;

        return numbers is [< 24, < 60, <= 60]
            ? new TimeSpan(numbers[0], numbers[1], Math.Min(numbers[2], 59))
            : null;
    }

    private static TimeSpan? ZoneOf(string word)
    {
        if (Zones.TryGetValue(word, out var hours))
            return TimeSpan.FromHours(hours);
        if (word[0] is not ('+' or '-'))
            return null;

        var digits = word[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (3 or 4)
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;

        var minutes = (number / 100 * 60) + (number % 100);
        return minutes > MaxZoneMinutes ? null : TimeSpan.FromMinutes(word[0] == '-' ? -minutes : minutes);
    }

    /// <summary>§4.3: two digits below 50 are of this century, three and the others count from 1900.</summary>
    private static int FullYear(int year, int digits) => digits switch
    {
        > 3 => year,
        2 when year < 50 => year + 2000,
        _ => year + 1900,
    };

    private static bool TryMake(int year, int month, int day, TimeSpan time, TimeSpan zone, out DateTimeOffset date)
    {
        date = default;
        if (year is < 1900 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        date = new DateTimeOffset(new DateTime(year, month, day).Add(time), zone);
        return true;
    }
}
