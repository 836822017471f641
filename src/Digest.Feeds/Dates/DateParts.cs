using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Feeds.Dates;

/// <summary>What the patterns for dates found, to a moment.</summary>
internal static class DateParts
{
    // Two-digit years of RFC 822, split as RFC 2822 §4.3 says.
    private const int FirstYearOfTheTwentiethCentury = 50;

    public static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    public static int Year(Group group)
    {
        var year = Number(group);
        return group.Length > 3 ? year : year + (year >= FirstYearOfTheTwentiethCentury ? 1900 : 2000);
    }

    public static bool TryDay(int year, int month, int number, out DateOnly day)
    {
        day = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
            return false;

        day = new DateOnly(year, month, number);
        return true;
    }

    /// <summary>The groups hour, minute, second, fraction, half and zone, all of which may be missing.</summary>
    public static bool TryMake(DateOnly day, GroupCollection groups, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        var local = day.ToDateTime(TimeOnly.MinValue);
        if (!TryTime(groups, out var time) || local.Year is < 2 or > 9998)
            return false;

        local += time;
        var name = groups["zone"].Value.Trim();
        var offset = TimeSpan.Zero;
        if (name.Length > 0 && !ZoneNames.TryParse(name, out offset) && (!groups["hour"].Success || !IsWord(name)))
            return false;

        var isKnown = name.Length > 0 && ZoneNames.TryParse(name, out offset);
        date = new DateTimeOffset(local, isKnown ? offset : zone.GetUtcOffset(local));
        return true;
    }

    private static bool TryTime(GroupCollection groups, out TimeSpan time)
    {
        var hour = Number(groups["hour"]);
        if (groups["half"].Success && hour <= 12)
            hour = hour % 12 + (groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);

        // A leap second is the moment after the last ordinary one.
        var minute = Number(groups["minute"]);
        time = new TimeSpan(hour, minute, Math.Min(Number(groups["second"]), 59));
        if (groups["fraction"] is { Success: true } fraction)
            time += TimeSpan.FromTicks(long.Parse(
                fraction.Value.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture));

        return hour <= 24 && minute <= 59 && time <= TimeSpan.FromDays(1);
    }

    /// <summary>A zone that nobody knows is no reason to lose a date.</summary>
    private static bool IsWord(string name) =>
        name.Length <= 32 && name.All(static character => char.IsAsciiLetter(character) || character is '/' or '_');
}
