using System.Globalization;

namespace Digest.Feeds.Dates;

/// <summary>Seconds or milliseconds since 1970, from 2001 on: shorter numbers are no dates.</summary>
internal static class UnixTime
{
    public static bool TryParse(string text, out DateTimeOffset date)
    {
        date = default;
        if (text.Length is not (10 or 13)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;

        var milliseconds = text.Length == 13 ? number : number * 1000;
        date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return date.Year >= 2001;
    }
}
