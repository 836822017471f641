using System.Globalization;

namespace Digest.Gather;

/// <summary>Says why a source was not asked.</summary>
internal static class NotAsked
{
    public static string Words(DateTimeOffset? until, string why) => string.Create(
        CultureInfo.InvariantCulture, $"not asked until {until?.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z: {why}");
}
