using System.Globalization;

namespace Digest.Gather.Gerrit;

/// <summary>Times as Gerrit writes them: <c>2014-05-05 07:15:44.639000000</c>, without a zone and always UTC.</summary>
internal static class GerritTime
{
    // Nine digits come, .NET keeps seven.
    private const int LongestWithTicks = 27;

    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss"];

    /// <returns>Null for what is no such time.</returns>
    public static DateTimeOffset? Parse(string? text)
    {
        var cut = text is { Length: > LongestWithTicks } ? text[..LongestWithTicks] : text;
        return DateTimeOffset.TryParseExact(
            cut, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;
    }

    /// <summary>The same for a search: whole seconds, rounded down so that nothing falls between two reads.</summary>
    public static string Write(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
