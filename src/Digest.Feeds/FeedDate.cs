using System.Diagnostics.CodeAnalysis;
using Digest.Feeds.Dates;

namespace Digest.Feeds;

/// <summary>
/// Dates as feeds and notes write them: RFC 822, ISO 8601 in its many cuts, asctime, seconds since 1970, Chinese,
/// Japanese and Korean forms, and those with the names of months in the languages of Europe.
/// </summary>
public static class FeedDate
{
    private const int Longest = 100;

    /// <param name="text">As written.</param>
    /// <param name="zone">The zone of dates that name none, or one that nobody knows.</param>
    /// <param name="date">The moment; a day without a time begins at midnight.</param>
    /// <returns>False if the text is no date.</returns>
    public static bool TryParse(
        [NotNullWhen(true)] string? text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (text is null || text.Length > Longest)
            return false;

        if (PlainDate.TryParse(text.AsSpan().Trim(), out date))
            return true;

        var line = EastAsianDate.Normalize(HtmlText.OneLine(text));
        return NumericDate.TryParse(line, zone, out date)
            || NamedDate.TryParse(line, zone, out date)
            || UnixTime.TryParse(line, out date);
    }
}
