using System.Globalization;
using Digest.Markup;
using Digest.Model;

namespace Digest.Compose;

/// <summary>Computes what a new issue is called and which days it covers.</summary>
internal static class IssueOpening
{
    // A source read for the first time brings its whole past; the first issue is about the last weeks of it.
    private const int LongestFirstRange = 31;

    /// <param name="last">The last numbered issue, or null for the first one.</param>
    /// <param name="items">What was gathered for it.</param>
    /// <param name="now">The end of its window.</param>
    public static Issue Of(Newsletter newsletter, Issue? last, IReadOnlyList<Item> items, DateTimeOffset now)
    {
        var number = (last?.Number ?? 0) + 1;
        var to = DayOf(now, newsletter.Zone);
        var from = last is null ? FirstDay(items, to, newsletter.Zone) : Earlier(last.To.AddDays(1), to);
        var label = number.ToString(CultureInfo.InvariantCulture);
        var created = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Issue
        {
            Ref = new IssueRef(newsletter.Slug, label),
            Number = number,
            Id = $"tag:{newsletter.From.Address.Domain},{created}:{newsletter.Slug}/{label}",
            Title = newsletter.Title + IssueNumbering.Format(newsletter.Numbering, number, from, to),
            From = from,
            To = to,
            CutOff = now,
            Created = now,
        };
    }

    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static DateOnly FirstDay(IReadOnlyList<Item> items, DateOnly to, TimeZoneInfo zone)
    {
        var first = items
            .Select(item => DayOf(item.Content.Published ?? item.FirstSeen, zone))
            .DefaultIfEmpty(to)
            .Min();
        var earliest = to.AddDays(-LongestFirstRange);
        return Earlier(first < earliest ? earliest : first, to);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
