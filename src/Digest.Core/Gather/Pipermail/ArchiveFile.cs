using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Gather.Pipermail;

/// <summary>
/// One file of an archive: the mails of a month, or of a quarter, week, day or year, as the list is set.
/// </summary>
/// <param name="Volume">Its period, as the archive names its folder: <c>2026-November</c>.</param>
/// <param name="Name">The name of the file: <c>2026-November.txt.gz</c>.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last.</param>
internal sealed partial record ArchiveFile(string Volume, string Name, DateOnly Start, DateOnly End)
{
    /// <summary>Null for any other file.</summary>
    public static ArchiveFile? Of(string name)
    {
        var match = Known().Match(name);
        if (!match.Success || PeriodOf(match) is not { } period)
            return null;

        return new ArchiveFile(match.Groups["volume"].Value, name, period.Start, period.End);
    }

    private static (DateOnly Start, DateOnly End)? PeriodOf(Match match)
    {
        if (Day(match.Groups["week"]) is { } week)
            return (week, week.AddDays(7));
        if (Day(match.Groups["day"]) is { } day)
            return (day, day.AddDays(1));
        if (!int.TryParse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture, out var year)
            || year is < 1970 or > 9000)
        {
            return null;
        }

        var first = new DateOnly(year, 1, 1);
        if (match.Groups["quarter"] is { Success: true } quarter)
            return Months(first, 3 * (quarter.ValueSpan[0] - '1'), 3);
        if (match.Groups["month"] is not { Success: true } month)
            return (first, first.AddYears(1));

        return MonthOf(month.Value) is { } number ? Months(first, number, 1) : null;
    }

    private static (DateOnly Start, DateOnly End) Months(DateOnly year, int start, int count) =>
        (year.AddMonths(start), year.AddMonths(start + count));

    private static DateOnly? Day(Group group) => group.Success && DateOnly.TryParseExact(
        group.ValueSpan, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year < 9000
        ? day
        : null;

    private static int? MonthOf(string name)
    {
        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var at = Array.FindIndex(months, month => month.Equals(name, StringComparison.OrdinalIgnoreCase));
        return at is >= 0 and < 12 ? at : null;
    }

    [GeneratedRegex(
        @"\A(?<volume>Week-of-Mon-(?<week>\d{8})|(?<day>\d{8})" +
        @"|(?<year>\d{4})(?:q(?<quarter>[1-4])|-(?<month>[A-Za-z]+))?)" +
        @"\.txt(?:\.gz)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}
