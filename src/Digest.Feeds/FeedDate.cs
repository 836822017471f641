using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Digest.Feeds;

/// <summary>
/// Dates as feeds and notes write them: RFC 822, ISO 8601 in its many cuts, Chinese and Japanese forms.
/// </summary>
public static class FeedDate
{
    private const int Longest = 100;

    /// <param name="text">As written.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    /// <param name="date">The moment; a day without a time begins at midnight.</param>
    /// <returns>False if the text is no date.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (text is null || text.Length > Longest)
            return false;

        var line = HtmlText.OneLine(text);
        return NumericDate.TryParse(line, zone, out date) || NamedDate.TryParse(line, zone, out date);
    }

    /// <summary>The first of some elements that holds a date; UTC where none says a zone.</summary>
    internal static DateTimeOffset? FirstOf(params ReadOnlySpan<XElement?> elements)
    {
        foreach (var element in elements)
        {
            if (TryParse(element?.Value, TimeZoneInfo.Utc, out var date))
                return date;
        }

        return null;
    }

    /// <summary>Parts to a moment; false if there is no such day or time.</summary>
    internal static bool TryMake(
        DateOnly day, TimeSpan time, string zoneName, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        var local = day.ToDateTime(TimeOnly.MinValue);
        if (time > TimeSpan.FromDays(1) || local.Year is < 2 or > 9998)
            return false;

        local += time;
        if (zoneName.Length == 0)
            date = new DateTimeOffset(local, zone.GetUtcOffset(local));
        else if (ZoneNames.TryParse(zoneName, out var offset))
            date = new DateTimeOffset(local, offset);
        else
            return false;

        return true;
    }

    internal static int Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
}
