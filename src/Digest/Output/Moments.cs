using System.Globalization;

namespace Digest.Output;

/// <summary>Moments as people read them: in their newsletter's zone, to the minute, with the offset.</summary>
public static class Moments
{
    public static string Of(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
