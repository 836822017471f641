using System.Globalization;
using Digest.Feeds.Xml;

namespace Digest.Feeds.Mapping;

/// <summary>When publishers want to be asked again.</summary>
internal static class Schedules
{
    private const int MostMinutes = 60 * 24 * 366;

    public static FeedSchedule Of(IReadOnlyList<XmlField> fields)
    {
        var minutes = Number(FieldList.First(fields, FeedSpace.Core, "ttl"));
        var schedule = new FeedSchedule
        {
            TimeToLive = minutes is > 0 and <= MostMinutes ? TimeSpan.FromMinutes(minutes.Value) : null,
            Period = PeriodOf(fields),
            SkipHours = HoursOf(FieldList.First(fields, FeedSpace.Core, "skiphours")),
            SkipDays = DaysOf(FieldList.First(fields, FeedSpace.Core, "skipdays")),
        };
        var isUnsaid = schedule is { TimeToLive: null, Period: null, SkipHours.Count: 0, SkipDays.Count: 0 };
        return isUnsaid ? FeedSchedule.Unsaid : schedule;
    }

    /// <summary>The syndication module: so many times in a period; a day, or once, where that is not said.</summary>
    private static TimeSpan? PeriodOf(IReadOnlyList<XmlField> fields)
    {
        var period = FieldList.First(fields, FeedSpace.Syndication, "updateperiod");
        var frequency = FieldList.First(fields, FeedSpace.Syndication, "updatefrequency");
        if (period is null && frequency is null)
            return null;

        var hours = (period?.Text ?? "daily").ToLowerInvariant() switch
        {
            "hourly" => 1,
            "daily" => 24,
            "weekly" => 24 * 7,
            "monthly" => 24 * 30,
            "yearly" => 24 * 365,
            _ => 0,
        };
        var times = Number(frequency) is { } number and > 0 ? number : 1;
        return hours == 0 ? null : TimeSpan.FromHours(hours) / times;
    }

    /// <summary>Some write 24 for midnight.</summary>
    private static IReadOnlyList<int> HoursOf(XmlField? field) => field is null
        ? []
        : [.. FieldList.All(field.Fields, FeedSpace.Core, "hour")
            .Select(Number).OfType<int>().Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24).Distinct()];

    private static IReadOnlyList<DayOfWeek> DaysOf(XmlField? field) => field is null
        ? []
        : [.. FieldList.All(field.Fields, FeedSpace.Core, "day")
            .Select(day => Enum.TryParse<DayOfWeek>(day.Text, ignoreCase: true, out var known) && Enum.IsDefined(known)
                ? known
                : (DayOfWeek?)null)
            .OfType<DayOfWeek>().Distinct()];

    private static int? Number(XmlField? field) =>
        int.TryParse(field?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
