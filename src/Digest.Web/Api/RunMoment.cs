using System.Globalization;

namespace Digest.Web.Api;

/// <summary>Reads the moment a caller wants a run to take for now.</summary>
public static class RunMoment
{
    private static readonly string[] MomentFormats =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'"];

    /// <summary>Null reads as null. A day means its last second in the zone, so that the whole day is in the run.</summary>
    public static bool TryRead(string? text, TimeZoneInfo zone, out DateTimeOffset? moment)
    {
        moment = null;
        if (text is null)
            return true;

        var invariant = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day))
            moment = EndOf(day, zone);
        else if (DateTimeOffset.TryParseExact(text, MomentFormats, invariant, DateTimeStyles.AssumeUniversal, out var exact))
            moment = exact.ToUniversalTime();
        return moment is not null;
    }

    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
